import test from "ava";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";
import {
  admin,
  BASE,
  book,
  customer,
  newPhone,
  otpSentTo,
  pay,
  serviceIds,
} from "../../world/minuteserv.js";
import { refusesOthers, ROLES, UNKNOWN } from "../../world/minuteserv-staff.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

test("a customer is found by name, phone and e-mail, with what they spent", async (t) => {
  const phone = newPhone();
  const client = await customer(world, phone);
  const ids = await serviceIds(client, "Facial - Minimal");
  const paid = await book(world, client, { serviceIds: ids });
  await pay(world, paid.text("data.payment.order_id"));
  await book(world, client, { serviceIds: ids, method: "cash", time: "02:00 PM" });
  const spent = paid.number("data.booking.grand_total");
  const me = await client.get("/auth/me");
  const staff = await admin(world);
  for (const search of [phone.slice(3), "JOHN DOE", "John@Example"]) {
    const found = await staff.get(`/admin/users?search=${encodeURIComponent(search)}`);
    t.is(found.at("data.pagination.total"), 1, `${search}: ${found.raw}`);
    t.is(found.at("data.users.0.id"), me.text("data.id"));
    t.is(found.at("data.users.0.total_bookings"), 2);
    t.is(found.at("data.users.0.total_spent"), spent);
  }
  t.is((await staff.get("/admin/users?search=100%25")).at("data.pagination.total"), 0);
  t.is((await staff.get("/admin/users?search=admin@")).at("data.pagination.total"), 0);

  const one = await staff.get(`/admin/users/${me.text("data.id")}`);
  t.is(one.at("data.user.phone_number"), phone, one.raw);
  t.is(one.list("data.bookings").length, 2);
  t.is(one.list("data.addresses").length, 1);
  t.deepEqual(one.at("data.stats"), {
    total_bookings: 2,
    total_spent: spent,
    average_order_value: Math.round(spent * 50) / 100,
  });
});

test("a blocked customer is out at once and comes back when let in", async (t) => {
  const phone = newPhone();
  const client = await customer(world, phone);
  const id = (await client.get("/auth/me")).text("data.id");
  const staff = await admin(world);
  const path = `/admin/users/${id}/status`;
  const example = { is_active: false, reason: "Violation of terms" };
  const blocked = await staff.patch(path, example);
  t.is(blocked.at("data.user.is_active"), false, blocked.raw);
  t.is((await client.get("/auth/me")).status, 403);
  t.is((await staff.patch(path, example)).status, 200, "a second time changes nothing");
  const http = world.http.at(BASE);
  await http.post("/auth/send-otp", { phone_number: phone, purpose: "login" });
  const proof = { phone_number: phone, otp_code: await otpSentTo(world, phone), purpose: "login" };
  t.is((await http.post("/auth/verify-otp", proof)).status, 403);
  t.is((await staff.patch(path, { is_active: true })).at("data.user.is_active"), true);
  t.is((await (await customer(world, phone)).get("/auth/me")).status, 200);
});

test("users are for all staff to see and for managers to block; staff are no users", async (t) => {
  const staff = await admin(world);
  const path = `/admin/users/${UNKNOWN}`;
  t.is((await staff.get(path)).status, 404);
  t.is((await staff.patch(`${path}/status`, { is_active: false })).status, 404);
  t.is((await staff.patch(`${path}/status`, { is_active: "no" })).status, 422);
  t.is((await staff.patch(`${path}/status`, {})).status, 422);
  await refusesOthers(t, world, { method: "GET", path: "/admin/users", may: ROLES });
  await refusesOthers(t, world, { method: "GET", path, may: ROLES });
  const body = { is_active: false };
  const may = ["super_admin", "admin"] as const;
  await refusesOthers(t, world, { method: "PATCH", path: `${path}/status`, body, may });
});
