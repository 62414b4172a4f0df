import test from "ava";
import { sections } from "../../../../src/markets/minuteserv/documented/index.js";
import { customer, dayAhead, pay } from "../../../world/minuteserv.js";
import {
  bookBoth,
  BOOKING_WORDS,
  hirePriya,
  openDocumentWorld,
  type DocumentWorld,
} from "../../../world/minuteserv-document.js";

let scene: DocumentWorld;
let priya: Awaited<ReturnType<typeof hirePriya>>;

test.before(async () => {
  scene = await openDocumentWorld();
  priya = await hirePriya(scene);
});

test.after.always(() => scene.world.close());

/** Somebody's paid order of 1771.20. */
async function paidBooking(days: number): Promise<string> {
  const booked = await bookBoth(scene, await customer(scene.world), { promo: "SAVE10", days });
  await pay(scene.world, booked.text("data.payment.order_id"));
  return booked.text("data.booking.id");
}

test.serial("Bookings Management", async (t) => {
  const { manual, staff } = scene;
  const ids = [await paidBooking(3)];
  await manual.hold(t, "PATCH /admin/bookings/:id/status", { client: staff, ids });
  await manual.hold(t, "GET /admin/bookings", { client: staff });
  const assigned = await manual.hold(t, "POST /admin/bookings/:id/assign-partner", {
    client: staff,
    ids,
    live: { partner_id: priya.id },
  });
  t.is(assigned.at("data.assignment.partner_id"), priya.id);
  await priya.client.post(`/partner/bookings/${ids.join()}/accept`);
  const seen = await manual.hold(t, "GET /admin/bookings/:id", {
    client: staff,
    ids,
    free: ["data.user.phone_number"],
    words: { "data.timeline.*.by": ["system", "customer", "partner", "admin"] },
  });
  t.is(seen.at("data.payment.amount"), 1771.2);
});

test.serial("Refund Payment", async (t) => {
  const { manual, staff } = scene;
  const ids = [await paidBooking(4)];
  await manual.hold(t, "POST /admin/bookings/:id/refund", { client: staff, ids });
});

test.serial("Cancel Booking (Admin)", async (t) => {
  const { manual, staff } = scene;
  const ids = [await paidBooking(5)];
  const cancelled = await manual.hold(t, "POST /admin/bookings/:id/cancel", {
    client: staff,
    ids,
  });
  t.is(cancelled.at("data.booking.status"), "cancelled");
  t.is(cancelled.at("data.refund.refund_amount"), 1771.2);
});

test.serial("Dashboard", async (t) => {
  const { world, manual, staff, john } = scene;
  const failing = await bookBoth(scene, john, { days: 6 });
  await pay(world, failing.text("data.payment.order_id"), { outcome: "failed" });
  const seen = await manual.hold(t, "GET /admin/dashboard", {
    client: staff,
    free: ["data.stats", "data.alerts.0.count", "data.recent_bookings"],
    words: { "data.recent_bookings.*.status": BOOKING_WORDS },
  });
  t.is(seen.at("data.alerts.0.count"), 1);
  t.is(seen.at("data.stats.total_bookings"), 4);
});

test.serial("Analytics & Reports", async (t) => {
  const { world, manual, staff, john } = scene;
  const booked = await bookBoth(scene, john, { promo: "SAVE10", days: 7 });
  const id = booked.text("data.booking.id");
  await pay(world, booked.text("data.payment.order_id"));
  await staff.post(`/admin/bookings/${id}/assign-partner`, { partner_id: priya.id });
  await priya.client.post(`/partner/bookings/${id}/accept`);
  await priya.client.post(`/partner/bookings/${id}/complete`, {});
  await john.post(`/bookings/${id}/rate`, { rating: 5 });
  const day = await dayAhead(world, 7);
  const call = { client: staff, query: { date_from: day, date_to: day } };
  const revenue = await manual.hold(t, "GET /admin/analytics/revenue", {
    ...call,
    free: ["data"],
  });
  t.deepEqual(revenue.at("data"), {
    total_revenue: 1771.2,
    total_bookings: 1,
    average_order_value: 1771.2,
    breakdown: [{ date: day, revenue: 1771.2, bookings: 1 }],
  });
  const counts = ["bookings", "completed_bookings", "cancelled_bookings", "total_earnings"];
  const performance = await manual.hold(t, "GET /admin/analytics/partner-performance", {
    ...call,
    free: ["total_bookings", "average_rating", "cancellation_rate", ...counts].map(
      (name) => `data.partners.*.${name}`,
    ),
  });
  t.like(performance.at("data.partners.0"), { completed_bookings: 1, total_earnings: 1239.84 });
  const popular = await manual.hold(t, "GET /admin/analytics/service-popularity", {
    ...call,
    free: ["total_bookings", "total_revenue", "average_rating"].map(
      (name) => `data.services.*.${name}`,
    ),
  });
  t.is(popular.at("data.services.0.total_bookings"), 1);
});

test.serial("every endpoint of these headings was held", (t) => {
  const held = [sections.adminBookings, sections.adminDashboard, sections.adminReports];
  t.deepEqual(scene.manual.unheld(...held), []);
});
