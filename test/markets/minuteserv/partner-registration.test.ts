import test from "ava";
import { BASE, admin, newPhone } from "../../world/minuteserv.js";
import { partnerBody } from "../../world/minuteserv-partner.js";
import { newId } from "../../../src/kernel/ids.js";
import { SYSTEM } from "../../../src/kernel/event.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

test("a partner is registered as the document prints it", async (t) => {
  const staff = await admin(world, "manager");
  const body = partnerBody();
  const made = await staff.post("/admin/partners", body);
  t.is(made.status, 201, made.raw);
  t.regex(made.text("data.partner_code"), /^PT-\d{3,}$/);
  t.like(made.at("data.partner"), {
    ...body,
    partner_code: made.text("data.partner_code"),
    onboarding_status: "pending",
    is_active: true,
    is_available: true,
    rating: 0,
    total_bookings: 0,
  });
});

test("two partners registered at once have two codes", async (t) => {
  const staff = await admin(world);
  const made = await Promise.all([
    staff.post("/admin/partners", partnerBody({ aadhar_number: null })),
    staff.post("/admin/partners", partnerBody({ aadhar_number: null })),
  ]);
  const codes = made.map((answer) => answer.text("data.partner_code"));
  t.is(new Set(codes).size, 2);
});

test("a phone and an Aadhaar number belong to one partner, also for those who race", async (t) => {
  const staff = await admin(world);
  const body = partnerBody();
  const register = (change: object) => staff.post("/admin/partners", { ...body, ...change });
  const racers = await Promise.all([
    register({}),
    register({ phone_number: newPhone() }),
    register({ aadhar_number: null }),
  ]);
  const made = racers.filter(({ status }) => status === 201).length;
  t.true(made >= 1 && made <= 2, racers.map(({ raw }) => raw).join("\n"));
  t.true(racers.every(({ status }) => status === 201 || status === 409));
  const known = await admin(world);
  const list = await known.get("/admin/partners?limit=100");
  const all = list.list("data.partners") as readonly { readonly phone_number: string }[];
  t.true(all.filter(({ phone_number }) => phone_number === body.phone_number).length <= 1);
  t.is((await register({})).status, 409);
});

test("a refused registration leaves the phone to the next try", async (t) => {
  const staff = await admin(world);
  const first = partnerBody();
  await staff.post("/admin/partners", first);
  const phone_number = newPhone();
  const clash = partnerBody({ phone_number, aadhar_number: first.aadhar_number });
  t.is((await staff.post("/admin/partners", clash)).status, 409);
  t.is((await staff.post("/admin/partners", partnerBody({ phone_number }))).status, 201);
});

/** What a registration that a crash cut off leaves behind: its claims. */
async function leaveClaims(claims: Readonly<Record<string, string>>): Promise<void> {
  const { eventLog } = world.service.foundation;
  const [owner, commandId] = [newId(), newId()];
  const ids = { commandId, correlationId: commandId, causationId: commandId };
  const envelope = { marketplace: "minuteserv", actor: SYSTEM, ...ids };
  for (const [what, value] of Object.entries(claims)) {
    const claim = { scope: `minuteserv.partner.${what}`, value, owner };
    await eventLog.claims.take(claim, envelope);
  }
}

test("numbers claimed by a registration that a crash cut off are taken over", async (t) => {
  const staff = await admin(world);
  const [retried, withPhone, withAadhar] = [partnerBody(), partnerBody(), partnerBody()];
  await leaveClaims({ phone: retried.phone_number, aadhar: retried.aadhar_number });
  await leaveClaims({ phone: withPhone.phone_number });
  await leaveClaims({ phone: newPhone(), aadhar: withAadhar.aadhar_number });
  for (const body of [retried, withPhone, withAadhar]) {
    const made = await staff.post("/admin/partners", body);
    t.is(made.status, 201, made.raw);
    t.is((await staff.post("/admin/partners", body)).status, 409);
    t.is((await staff.post("/admin/partners", { ...body, aadhar_number: null })).status, 409);
  }
});

test("nonsense about a partner is refused", async (t) => {
  const staff = await admin(world);
  for (const change of [
    { phone_number: "12345" },
    { aadhar_number: "12345" },
    { service_categories: [] },
    { service_tiers: ["Golden"] },
    { working_hours: { start: "20:00", end: "08:00", days: [1] } },
    { working_hours: { start: "08:00", end: "20:00", days: [1, 1] } },
    { working_hours: { start: "08:00", end: "20:00", days: [8] } },
    { service_radius_km: 0 },
    { name: " " },
  ]) {
    const refused = await staff.post("/admin/partners", partnerBody(change));
    t.is(refused.status, 422, JSON.stringify(change));
  }
});

test("a decision about a partner is one of two, and verified stays", async (t) => {
  const staff = await admin(world);
  const made = await staff.post("/admin/partners", partnerBody());
  const path = `/admin/partners/${made.text("data.partner.id")}/verify`;
  t.is((await staff.post(path, { onboarding_status: "maybe" })).status, 422);
  const verified = await staff.post(path, {
    onboarding_status: "verified",
    notes: "All documents verified",
  });
  t.is(verified.at("data.partner.onboarding_status"), "verified");
  t.is((await staff.post(path, { onboarding_status: "rejected" })).status, 409);
  const http = world.http.at(BASE);
  t.is((await http.post(path, { onboarding_status: "verified" })).status, 401);
});
