import test from "ava";
import type { HttpClient } from "../../world/http-client.js";
import { book, customer, newKey, pay, serviceIds } from "../../world/minuteserv.js";
import { bookInCash, newWorker } from "../../world/minuteserv-partner.js";
import { acceptedBooking } from "../../world/minuteserv-partners.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

async function paidBooking(client: HttpClient): Promise<string> {
  const [facial = ""] = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: [facial, facial], promo: "WELCOME10" });
  await pay(world, booked.text("data.payment.order_id"));
  return booked.text("data.booking.id");
}

function cancel(client: HttpClient, id: string, headers = {}) {
  return client.post(`/bookings/${id}/cancel`, { reason: "Change of plans" }, headers);
}

test("bookings are listed newest first, by page and by status", async (t) => {
  const client = await customer(world);
  const ids: string[] = [];
  for (const time of ["09:00 AM", "10:00 AM", "11:00 AM"]) {
    ids.unshift(await bookInCash(world, client, { time }));
  }
  await cancel(client, ids[0] ?? "");
  const all = await client.get("/bookings");
  const listed = all.list("data.bookings") as readonly { readonly id: string }[];
  t.deepEqual(
    listed.map(({ id }) => id),
    ids,
  );
  t.deepEqual(all.at("data.pagination"), { page: 1, limit: 10, total: 3, total_pages: 1 });
  const second = await client.get("/bookings?page=2&limit=2");
  t.is(second.at("data.bookings.0.id"), ids[2]);
  t.is(second.at("data.pagination.total_pages"), 2);
  const cancelled = await client.get("/bookings?status=cancelled");
  t.is(cancelled.at("data.pagination.total"), 1);
  t.is((await client.get("/bookings?page=99")).list("data.bookings").length, 0);
  for (const query of ["status=lost", "page=0", "limit=101", "limit=ten"]) {
    t.is((await client.get(`/bookings?${query}`)).status, 422, query);
  }
});

test("a booking shows its services, its address and, once accepted, its partner", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const id = await acceptedBooking(world, client, worker, { method: "online" });
  const booking = await client.get(`/bookings/${id}`);
  t.like(booking.at("data"), {
    id,
    status: "confirmed",
    grand_total: 980,
    payment_method: "online",
    payment_status: "paid",
    booking_time: "10:00:00",
    payment: { payment_method: "upi" },
  });
  t.like(booking.at("data.services.0"), { quantity: 1, unit_price: 1000 });
  t.like(booking.at("data.partner"), { id: worker.id, phone: worker.phone, status: "confirmed" });
  t.like(booking.at("data.address"), { address_line1: "123 Main St", pincode: "700032" });
  t.false(/aadhar|pan_number|bank_account/.test(booking.raw));
});

test("another customer's booking does not exist", async (t) => {
  const owner = await customer(world);
  const id = await bookInCash(world, owner);
  const stranger = await customer(world);
  t.is((await stranger.get(`/bookings/${id}`)).status, 404);
  t.is((await cancel(stranger, id)).status, 404);
  t.is((await stranger.post(`/bookings/${id}/rate`, { rating: 5 })).status, 404);
  t.is((await owner.get(`/bookings/${id}`)).at("data.status"), "partner_assigned");
});

test("cancelling is repeated under its key and refused without", async (t) => {
  const client = await customer(world);
  const id = await paidBooking(client);
  const key = newKey();
  const first = await cancel(client, id, key);
  t.like(first.at("data"), { refund_amount: 1771.2, refund_status: "processing" });
  t.is((await cancel(client, id, key)).raw, first.raw);
  t.is((await cancel(client, id, newKey())).status, 409);
  t.is((await client.post(`/bookings/${id}/cancel`, {})).status, 422);
});

test("a cash booking is cancelled without a refund", async (t) => {
  const client = await customer(world);
  const id = await bookInCash(world, client);
  const cancelled = await cancel(client, id);
  t.like(cancelled.at("data"), { status: "cancelled", refund_amount: 0 });
  t.not(cancelled.at("data.refund_status"), "processing");
});

test("only a completed booking is rated, once, from 1 to 5", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const id = await acceptedBooking(world, client, worker);
  const rate = (rating: unknown) => client.post(`/bookings/${id}/rate`, { rating });
  t.is((await rate(5)).status, 409, "not completed");
  await worker.client.post(`/partner/bookings/${id}/complete`, {});
  for (const rating of [0, 6, 4.5, "5", null]) {
    t.is((await rate(rating)).status, 422, String(rating));
  }
  const rated = await rate(4);
  t.deepEqual(rated.body, { success: true, message: "Rating submitted successfully" });
  t.is((await rate(5)).status, 409, "rated");
  t.is((await client.get(`/bookings/${id}`)).at("data.partner.rating"), 4);
  t.is((await cancel(client, id)).status, 409, "completed");
});

test("a booking under way is not cancelled any more", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const id = await acceptedBooking(world, client, worker);
  const path = `/partner/bookings/${id}/status`;
  await worker.client.patch(path, { status: "in_transit" });
  await worker.client.patch(path, { status: "arrived" });
  t.is((await client.get(`/bookings/${id}`)).at("data.status"), "in_progress");
  t.is((await cancel(client, id)).status, 409);
});

test.serial("cancelling costs nothing for five minutes, and a tenth thereafter", async (t) => {
  const client = await customer(world);
  const early = await paidBooking(client);
  await world.http.post("/sandbox/clock", { advance_seconds: 180 });
  t.is((await cancel(client, early)).at("data.refund_amount"), 1771.2);
  const other = await customer(world);
  const late = await paidBooking(other);
  await world.http.post("/sandbox/clock", { advance_seconds: 301 });
  t.is((await cancel(other, late)).at("data.refund_amount"), 1594.08);
});
