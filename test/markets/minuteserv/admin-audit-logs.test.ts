import test from "ava";
import { admin, book, customer, pay, serviceIds } from "../../world/minuteserv.js";
import { newPartner } from "../../world/minuteserv-partners.js";
import { refusesOthers } from "../../world/minuteserv-staff.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

test("what staff did is found with who, what was before, and from where", async (t) => {
  const staff = (await admin(world)).with({ "user-agent": "Console/1.0" });
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids });
  const id = booked.text("data.booking.id");
  await pay(world, booked.text("data.payment.order_id"));
  await staff.patch(`/admin/bookings/${id}/status`, { status: "confirmed" });
  const found = await staff.get(`/admin/audit-logs?resource_type=booking&resource_id=${id}`);
  t.is(found.at("data.pagination.total"), 1, found.raw);
  t.is(found.at("data.logs.0.action"), "update_booking");
  t.deepEqual(found.at("data.logs.0.admin"), {
    name: "Admin User",
    email: "admin@minuteserv.com",
  });
  t.deepEqual(found.at("data.logs.0.changes.status"), {
    old: "partner_assigned",
    new: "confirmed",
  });
  t.is(found.at("data.logs.0.user_agent"), "Console/1.0");
  t.regex(found.text("data.logs.0.ip_address"), /127\.0\.0\.1/);
});

test("changes of services, settings and partners are told in the document's words", async (t) => {
  const staff = await admin(world);
  const service = (await staff.get("/admin/services")).text("data.services.0.id");
  const price = (await staff.get("/admin/services")).number("data.services.0.product_cost");
  await staff.put(`/admin/services/${service}`, { product_cost: price + 1 });
  const changes = async (query: string): Promise<unknown> =>
    (await staff.get(`/admin/audit-logs?${query}`)).at("data.logs.0.changes");
  t.deepEqual(await changes(`action=update_service&resource_id=${service}`), {
    product_cost: { old: price, new: price + 1 },
  });
  await staff.put("/admin/settings", { otp_expiry_minutes: 6 });
  t.deepEqual(await changes("resource_type=settings"), {
    otp_expiry_minutes: { old: 5, new: 6 },
  });
  const { id, aadhar } = await newPartner(world);
  await staff.put(`/admin/partners/${id}`, { is_active: false });
  t.deepEqual(await changes(`action=update_partner&resource_id=${id}`), {
    is_active: { old: true, new: false },
  });
  const all = await staff.get(`/admin/audit-logs?resource_id=${id}`);
  t.is(all.at("data.pagination.total"), 3, "created, verified, changed");
  t.false(all.raw.includes(aadhar));
});

test("the log is for managers, and its filters are checked", async (t) => {
  const staff = await admin(world);
  const path = "/admin/audit-logs";
  t.is((await staff.get(`${path}?date_to=2024-01-01`)).at("data.pagination.total"), 0);
  t.is((await staff.get(`${path}?admin_id=1`)).status, 422);
  t.is((await staff.get(`${path}?date_from=yesterday`)).status, 422);
  await refusesOthers(t, world, { method: "GET", path, may: ["super_admin", "admin"] });
});
