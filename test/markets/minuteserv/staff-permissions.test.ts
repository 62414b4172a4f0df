import { randomUUID } from "node:crypto";
import test from "ava";
import { admin, BASE } from "../../world/minuteserv.js";
import { refusesOthers, UNKNOWN } from "../../world/minuteserv-staff.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const PASSWORD = "a-long-password";

function newStaff(change: object = {}) {
  const email = `${randomUUID()}@minuteserv.com`;
  return { email, name: "Asha Roy", role: "admin", password: PASSWORD, ...change };
}

async function logIn(email: string) {
  const http = world.http.at(BASE);
  const login = await http.post("/admin/auth/login", { email, password: PASSWORD });
  return http.as(login.text("data.access_token"));
}

test("permissions narrow the role, and a change takes effect at once", async (t) => {
  const owner = await admin(world);
  const permissions = { bookings: ["read"], settings: ["read"] };
  const body = newStaff({ permissions });
  const made = await owner.post("/admin/staff", body);
  t.is(made.status, 201, made.raw);
  const id = made.text("data.staff.id");
  t.deepEqual(made.at("data.staff.permissions"), permissions);
  const asha = await logIn(body.email);
  t.is((await asha.get("/admin/bookings")).status, 200);
  t.is((await asha.get("/admin/partners")).status, 403, "not listed");
  const cancel = `/admin/bookings/${UNKNOWN}/cancel`;
  const because = { reason: "Customer request", refund_amount: 0, refund_to_wallet: false };
  t.is((await asha.post(cancel, because)).status, 403, "listed for reading alone");

  const path = `/admin/staff/${id}/permissions`;
  const more = { bookings: ["read", "write"], partners: ["read"] };
  t.is((await owner.patch(path, { permissions: more })).status, 200);
  t.is((await asha.get("/admin/partners")).status, 200, "with the same token");
  t.is((await asha.post(cancel, because)).status, 404);
  t.is((await asha.get("/admin/settings")).status, 403);

  t.is((await owner.patch(path, { permissions: null })).status, 200);
  t.is((await asha.get("/admin/settings")).status, 200, "all that the role may");
});

test("permissions never widen a role", async (t) => {
  const owner = await admin(world);
  const body = newStaff({ role: "support", permissions: { payouts: ["read", "write"] } });
  t.is((await owner.post("/admin/staff", body)).status, 201);
  const support = await logIn(body.email);
  const payout = { partner_id: UNKNOWN, earning_ids: [UNKNOWN], payout_method: "bank_transfer" };
  t.is((await support.post("/admin/payouts", payout)).status, 403);
});

test("a super_admin cannot be locked out", async (t) => {
  const owner = await admin(world);
  const body = newStaff({ role: "super_admin", permissions: {} });
  t.is((await owner.post("/admin/staff", body)).status, 201);
  const other = await logIn(body.email);
  t.is((await other.get("/admin/audit-logs")).status, 200);
  t.true((await other.get("/admin/staff")).raw.includes(body.email));
});

test("who changed permissions is in the audit log, with what they were", async (t) => {
  const owner = await admin(world);
  const made = await owner.post("/admin/staff", newStaff({ permissions: { users: ["read"] } }));
  const id = made.text("data.staff.id");
  await owner.patch(`/admin/staff/${id}/permissions`, { permissions: { users: [] } });
  const found = await owner.get(`/admin/audit-logs?resource_type=staff&resource_id=${id}`);
  t.deepEqual(found.at("data.logs.0.changes.permissions"), {
    old: { users: ["read"] },
    new: { users: [] },
  });
});

test("refusals: e-mails twice, unknown words, customers, other roles", async (t) => {
  const owner = await admin(world);
  const body = newStaff();
  const twice = await Promise.all([
    owner.post("/admin/staff", body),
    owner.post("/admin/staff", { ...body, name: "Somebody Else" }),
  ]);
  t.deepEqual(
    twice.map(({ status }) => status).toSorted((a, b) => a - b),
    [201, 409],
  );
  t.is(
    (await owner.post("/admin/staff", newStaff({ permissions: { moon: ["read"] } }))).status,
    422,
  );
  t.is(
    (await owner.post("/admin/staff", newStaff({ permissions: { users: ["own"] } }))).status,
    422,
  );
  const permissions = { permissions: null };
  t.is((await owner.patch(`/admin/staff/${UNKNOWN}/permissions`, permissions)).status, 404);
  const path = "/admin/staff";
  await refusesOthers(t, world, { method: "GET", path, may: ["super_admin"] });
  await refusesOthers(t, world, { method: "POST", path, body: newStaff(), may: ["super_admin"] });
});
