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

test("each movement of money is told with its figures, equal ones too", async (t) => {
  const staff = await admin(world);
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  const paid = async (): Promise<string> => {
    const booked = await book(world, client, { serviceIds: ids });
    await pay(world, booked.text("data.payment.order_id"));
    return booked.text("data.booking.id");
  };
  const changes = async (query: string): Promise<unknown> =>
    (await staff.get(`/admin/audit-logs?${query}`)).at("data.logs.0.changes");
  const refunded = await paid();
  const refund = { amount: 100, reason: "Late", notes: "Twenty minutes" };
  for (const round of [1, 2]) {
    const granted = await staff.post(`/admin/bookings/${refunded}/refund`, refund);
    t.is(granted.status, 200, `${round}: ${granted.raw}`);
    t.deepEqual(await changes(`resource_id=${refunded}`), {
      refund_amount: { old: null, new: 100 },
      refund_reason: { old: null, new: "Late" },
      refund_to: { old: null, new: "gateway" },
      refund_notes: { old: null, new: "Twenty minutes" },
    });
  }
  const cancelled = await paid();
  const words = { reason: "Customer request", refund_amount: 500, refund_to_wallet: true };
  const ended = await staff.post(`/admin/bookings/${cancelled}/cancel`, words);
  t.is(ended.status, 200, ended.raw);
  t.like(await changes(`resource_id=${cancelled}`), {
    status: { old: "partner_assigned", new: "cancelled" },
    cancellation_fee: { old: null, new: 480 },
    refund_amount: { old: null, new: 500 },
    refund_to: { old: null, new: "wallet" },
  });
});

test("a fixed discount is told in rupees, a percentage as it is", async (t) => {
  const staff = await admin(world);
  const told = async (discount_type: string, discount_value: number): Promise<unknown> => {
    const code = `AUDIT${discount_type.toUpperCase()}`;
    const body = { code, discount_type, discount_value };
    const made = await staff.post("/admin/promo-codes", body);
    const id = made.text("data.promo_code.id");
    const logs = await staff.get(`/admin/audit-logs?resource_id=${id}`);
    return logs.at("data.logs.0.changes.discount_value.new");
  };
  t.is(await told("fixed", 200), 200);
  t.is(await told("percentage", 12.5), 12.5);
});

test("the log is for managers, and its filters are checked", async (t) => {
  const staff = await admin(world);
  const path = "/admin/audit-logs";
  t.is((await staff.get(`${path}?date_to=2024-01-01`)).at("data.pagination.total"), 0);
  t.is((await staff.get(`${path}?admin_id=1`)).status, 422);
  t.is((await staff.get(`${path}?date_from=yesterday`)).status, 422);
  await refusesOthers(t, world, { method: "GET", path, may: ["super_admin", "admin"] });
});
