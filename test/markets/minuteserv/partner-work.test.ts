import test from "ava";
import type { HttpClient } from "../../world/http-client.js";
import { admin, book, customer, pay, serviceIds } from "../../world/minuteserv.js";
import { bookInCash, newWorker, type Worker } from "../../world/minuteserv-partner.js";
import { acceptedBooking } from "../../world/minuteserv-partners.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

async function offered(worker: Worker, client: HttpClient): Promise<string> {
  const id = await bookInCash(world, client);
  const staff = await admin(world);
  await staff.post(`/admin/bookings/${id}/assign-partner`, { partner_id: worker.id });
  return id;
}

test("a partner accepts what was offered, once, and nobody else does", async (t) => {
  const [client, worker, stranger] = await Promise.all([
    customer(world),
    newWorker(world),
    newWorker(world),
  ]);
  const id = await offered(worker, client);
  const accept = `/partner/bookings/${id}/accept`;
  t.is((await stranger.client.post(accept)).status, 404);
  const accepted = await worker.client.post(accept);
  t.is(accepted.status, 200, accepted.raw);
  t.is(accepted.at("data.status"), "confirmed");
  t.like(accepted.at("data.booking"), { id, status: "confirmed", payment_status: "pending" });
  t.is((await worker.client.post(accept)).status, 409);
  t.is((await worker.client.post(`/partner/bookings/${id}/reject`, {})).status, 409);
});

test("a rejected booking goes on without the partner", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const id = await offered(worker, client);
  const rejected = await worker.client.post(`/partner/bookings/${id}/reject`, {
    reason: "Too far from location",
  });
  t.is(rejected.at("data.status"), "rejected");
  t.is(rejected.at("data.booking.status"), "partner_assigned");
  t.is((await worker.client.post(`/partner/bookings/${id}/accept`)).status, 409);
  t.is((await client.get(`/bookings/${id}`)).at("data.partner"), null);
});

test("the way to the customer has one order", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const id = await offered(worker, client);
  const say = (body: object) => worker.client.patch(`/partner/bookings/${id}/status`, body);
  t.is((await say({ status: "in_transit" })).status, 409, "not accepted");
  await worker.client.post(`/partner/bookings/${id}/accept`);
  t.is((await say({ status: "arrived" })).status, 409, "not on the way");
  t.is((await say({ status: "in_progress" })).status, 409, "not there");
  t.is((await say({ status: "confirmed" })).status, 422);
  t.is((await say({ status: "in_transit", estimated_arrival: "at noon" })).status, 422);
  const left = await say({ status: "in_transit", estimated_arrival: "2030-01-20T11:00:00Z" });
  t.is(left.at("data.booking.status"), "confirmed");
  t.is((await say({ status: "in_transit" })).status, 409, "on the way already");
  const arrived = await say({ status: "arrived" });
  t.is(arrived.at("data.booking.status"), "in_progress");
  const begun = await say({ status: "in_progress" });
  t.is(begun.at("data.booking.status"), "in_progress", "told once more");
  const stranger = await newWorker(world);
  const path = `/partner/bookings/${id}/status`;
  t.is((await stranger.client.patch(path, { status: "in_transit" })).status, 404);
});

test("completing an online booking earns the partner 70 % of the total", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const [facial = ""] = await serviceIds(client, "Facial - Minimal");
  const order = { serviceIds: [facial, facial], promo: "WELCOME10" };
  const booked = await book(world, client, order);
  await pay(world, booked.text("data.payment.order_id"));
  const id = booked.text("data.booking.id");
  const staff = await admin(world);
  await staff.post(`/admin/bookings/${id}/assign-partner`, { partner_id: worker.id });
  const complete = `/partner/bookings/${id}/complete`;
  t.is((await worker.client.post(complete, {})).status, 409, "not accepted");
  await worker.client.post(`/partner/bookings/${id}/accept`);
  const done = await worker.client.post(complete, { service_completed_at: "2030-01-20T12:00:00Z" });
  t.is(done.status, 200, done.raw);
  t.is(done.at("data.booking.status"), "completed");
  t.deepEqual(done.at("data.earning"), { amount: 1239.84, status: "pending" });
  t.is((await worker.client.post(complete, {})).status, 409, "twice");
  const stranger = await newWorker(world);
  t.is((await stranger.client.post(complete, {})).status, 404);
  const earnings = await worker.client.get("/partner/earnings");
  t.like(earnings.at("data"), { total_earnings: 1239.84, pending: 1239.84, paid: 0 });
  t.like(earnings.at("data.earnings.0"), { booking_id: id, partner_earning: 1239.84 });
});

test("completing a cash booking makes it paid", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const id = await acceptedBooking(world, client, worker);
  const done = await worker.client.post(`/partner/bookings/${id}/complete`, {});
  t.is(done.at("data.booking.payment_status"), "paid");
  t.deepEqual(done.at("data.earning"), { amount: 686, status: "pending" });
  const payment = await client.get(`/payments/${id}/status`);
  t.like(payment.at("data"), { status: "success", payment_method: "cash" });
});

test("a partner sees the own bookings by status and day, and no other's", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const id = await acceptedBooking(world, client, worker);
  const listed = await worker.client.get("/partner/bookings");
  t.is(listed.at("data.bookings.0.id"), id);
  const day = listed.text("data.bookings.0.booking_date");
  const total = async (query: string) =>
    (await worker.client.get(`/partner/bookings?${query}`)).list("data.bookings").length;
  t.is(await total(`date=${day}&status=confirmed`), 1);
  t.is(await total("date=2020-01-01"), 0);
  t.is(await total("status=completed"), 0);
  const stranger = await newWorker(world);
  t.is((await stranger.client.get("/partner/bookings")).list("data.bookings").length, 0);
});

test("availability is told with a position or without, and a half one is refused", async (t) => {
  const { client } = await newWorker(world);
  const say = (body: object) => client.patch("/partner/availability", body);
  const here = await say({ is_available: true, current_lat: 22.5726, current_lng: 88.3639 });
  t.is(here.at("data.is_available"), true);
  t.is(typeof here.at("data.last_seen_at"), "string");
  t.is((await say({ is_available: false })).at("data.is_available"), false);
  for (const body of [
    { is_available: "yes" },
    { is_available: true, current_lat: 91, current_lng: 0 },
    { is_available: true, current_lat: 22.5 },
  ]) {
    t.is((await say(body)).status, 422, JSON.stringify(body));
  }
});

test("earnings are filtered by status and day", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const id = await acceptedBooking(world, client, worker);
  await worker.client.post(`/partner/bookings/${id}/complete`, {});
  const found = async (query: string) =>
    (await worker.client.get(`/partner/earnings?${query}`)).list("data.earnings").length;
  t.is(await found("status=pending&date_from=2020-01-01&date_to=2999-12-31"), 1);
  t.is(await found("status=paid"), 0);
  t.is(await found("date_to=2020-01-01"), 0);
  t.is((await worker.client.get("/partner/earnings?status=lost")).status, 422);
  t.is((await worker.client.get("/partner/earnings?date_from=today")).status, 422);
});

test.serial("after a quarter of an hour an offer is over", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const id = await offered(worker, client);
  await world.http.post("/sandbox/clock", { advance_seconds: 780 });
  const still = await (await admin(world)).get(`/admin/bookings/${id}`);
  t.is(still.at("data.partner.id"), worker.id);
  await world.http.post("/sandbox/clock", { advance_seconds: 121 });
  const over = await (await admin(world)).get(`/admin/bookings/${id}`);
  t.is(over.at("data.partner"), null);
});
