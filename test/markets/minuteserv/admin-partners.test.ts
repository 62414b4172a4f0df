import test from "ava";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";
import { BASE, admin, customer, newPhone, otpSentTo } from "../../world/minuteserv.js";
import { partnerBody } from "../../world/minuteserv-partner.js";
import { newPartner, signIn } from "../../world/minuteserv-partners.js";
import { refusesOthers, ROLES, UNKNOWN } from "../../world/minuteserv-staff.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

test("partners are listed by status and category, without their papers", async (t) => {
  const staff = await admin(world);
  const partner = await newPartner(world, { service_categories: ["Massage"] });
  const found = await staff.get("/admin/partners?service_category=Massage");
  t.is(found.status, 200, found.raw);
  t.deepEqual(found.at("data.pagination"), { page: 1, limit: 20, total: 1, total_pages: 1 });
  t.is(found.at("data.partners.0.id"), partner.id);
  t.is(found.at("data.partners.0.is_active"), true);
  t.is(found.at("data.partners.0.pending_payout"), 0);
  t.is(found.at("data.partners.0.aadhar_number"), undefined);

  const total = async (status: string): Promise<number> => {
    const query = `service_category=Massage&status=${status}`;
    return (await staff.get(`/admin/partners?${query}`)).number("data.pagination.total");
  };
  t.deepEqual([await total("active"), await total("inactive"), await total("pending")], [1, 0, 0]);
  await staff.put(`/admin/partners/${partner.id}`, { is_active: false });
  t.deepEqual([await total("active"), await total("inactive")], [0, 1]);
  t.is((await staff.get("/admin/partners?status=gone")).status, 422);
  t.is((await staff.get("/admin/partners?page=0")).status, 422);
});

test("a partner's papers are for those who verify them", async (t) => {
  const { id, aadhar } = await newPartner(world);
  const mine = await (await admin(world)).get(`/admin/partners/${id}`);
  t.is(mine.at("data.partner.aadhar_number"), aadhar);
  t.deepEqual(mine.at("data.earnings"), { total: 0, pending: 0, paid: 0 });
  t.deepEqual(mine.at("data.bookings"), { total: 0, completed: 0, cancelled: 0 });
  t.deepEqual(mine.at("data.performance"), {
    rating: 0,
    cancellation_rate: 0,
    average_rating: 0,
  });
  for (const who of ["support", "finance"]) {
    const theirs = await (await admin(world, who)).get(`/admin/partners/${id}`);
    t.is(theirs.status, 200);
    t.false(theirs.raw.includes(aadhar), who);
  }
});

test("a partner is changed in part", async (t) => {
  const staff = await admin(world);
  const { id } = await newPartner(world);
  const example = {
    name: "Priya Sharma",
    is_active: true,
    service_categories: ["Facial", "Waxing", "Hair"],
  };
  const changed = await staff.put(`/admin/partners/${id}`, example);
  t.is(changed.status, 200, changed.raw);
  t.deepEqual(changed.at("data.partner.service_categories"), ["Facial", "Waxing", "Hair"]);
  t.is(changed.at("data.partner.service_radius_km"), 25, "what is left out stays");
  const hours = { start: "09:00", end: "17:30", days: [1, 2, 3] };
  const later = await staff.put(`/admin/partners/${id}`, { working_hours: hours });
  t.deepEqual(later.at("data.partner.working_hours"), hours);
  const wrong = [{ name: "" }, { service_tiers: [] }, { is_active: 1 }, { phone_number: "1" }];
  for (const body of wrong) {
    t.is((await staff.put(`/admin/partners/${id}`, body)).status, 422, JSON.stringify(body));
  }
  t.is((await staff.put(`/admin/partners/${UNKNOWN}`, example)).status, 404);
});

test("another partner's phone and Aadhaar numbers are refused, a freed one is free", async (t) => {
  const staff = await admin(world);
  const [one, other] = [await newPartner(world), await newPartner(world)];
  const path = `/admin/partners/${one.id}`;
  t.is((await staff.put(path, { phone_number: other.phone })).status, 409);
  const phone = newPhone();
  const both = { phone_number: phone, aadhar_number: other.aadhar };
  t.is((await staff.put(path, both)).status, 409);
  const { aadhar_number } = partnerBody();
  const moved = await staff.put(path, { phone_number: phone, aadhar_number });
  t.is(moved.status, 200, "the refused attempt left the phone number free");
  t.is(moved.at("data.partner.phone_number"), phone);
  const freed = { phone_number: one.phone, aadhar_number: one.aadhar };
  const taken = await staff.put(`/admin/partners/${other.id}`, freed);
  t.is(taken.status, 200, taken.raw);
  t.is((await staff.put(path, { phone_number: phone })).status, 200, "one's own number");
});

test("a partner who is switched off is out at once", async (t) => {
  const staff = await admin(world);
  const partner = await newPartner(world);
  const client = await signIn(world, partner.phone);
  t.is((await client.get("/partner/bookings")).status, 200);
  await staff.put(`/admin/partners/${partner.id}`, { is_active: false });
  t.is((await client.get("/partner/bookings")).status, 403);
  const http = world.http.at(BASE);
  await http.post("/auth/send-otp", { phone_number: partner.phone, purpose: "login" });
  const otp_code = await otpSentTo(world, partner.phone);
  const login = { phone_number: partner.phone, otp_code };
  t.is((await http.post("/partner/auth/login", login)).status, 403);
  await staff.put(`/admin/partners/${partner.id}`, { is_active: true });
  t.is((await (await signIn(world, partner.phone)).get("/partner/bookings")).status, 200);
});

test("staff set when and whether a partner works, and so does the partner", async (t) => {
  const staff = await admin(world);
  const partner = await newPartner(world);
  const path = `/admin/partners/${partner.id}/availability`;
  const hours = { start: "08:00", end: "20:00", days: [1, 2, 3, 4, 5, 6, 7] };
  const set = await staff.patch(path, { is_available: false, working_hours: hours });
  t.is(set.status, 200, set.raw);
  t.is(set.at("data.partner.is_available"), false);
  t.deepEqual(set.at("data.partner.working_hours"), hours);
  t.is((await staff.patch(path, {})).status, 422);

  const client = await signIn(world, partner.phone);
  const own = await client.put("/partner/working-hours", { working_hours: hours });
  t.deepEqual(own.at("data.working_hours"), hours, own.raw);
  const wrong = [
    { ...hours, start: "8:00" },
    { ...hours, start: "20:00", end: "08:00" },
    { ...hours, days: [0, 8] },
    { ...hours, days: [] },
  ];
  for (const working_hours of wrong) {
    t.is((await staff.patch(path, { working_hours })).status, 422);
    t.is((await client.put("/partner/working-hours", { working_hours })).status, 422);
  }
  const unknown = `/admin/partners/${UNKNOWN}/availability`;
  t.is((await staff.patch(unknown, { is_available: true })).status, 404);
  const http = world.http.at(BASE);
  const body = { working_hours: hours };
  t.is((await http.put("/partner/working-hours", body)).status, 401);
  t.is((await (await customer(world)).put("/partner/working-hours", body)).status, 403);
  t.is((await staff.put("/partner/working-hours", body)).status, 403);
});

test("partners are for managers to change, their money is for bookkeepers", async (t) => {
  const path = `/admin/partners/${UNKNOWN}`;
  const may = ["super_admin", "admin"] as const;
  await refusesOthers(t, world, { method: "GET", path: "/admin/partners", may: ROLES });
  await refusesOthers(t, world, { method: "GET", path, may: ROLES });
  await refusesOthers(t, world, { method: "GET", path: `${path}/bookings`, may: ROLES });
  await refusesOthers(t, world, { method: "PUT", path, body: {}, may });
  const body = { is_available: true };
  await refusesOthers(t, world, { method: "PATCH", path: `${path}/availability`, body, may });
  const keepers = ["super_admin", "admin", "finance"] as const;
  await refusesOthers(t, world, { method: "GET", path: `${path}/earnings`, may: keepers });
  await refusesOthers(t, world, { method: "GET", path: "/admin/payouts", may: keepers });
});
