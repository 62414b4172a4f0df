import { randomUUID } from "node:crypto";
import test from "ava";
import { admin, customer } from "../../world/minuteserv.js";
import { bookInCash, newWorker, partnerBody } from "../../world/minuteserv-partner.js";
import { acceptedBooking } from "../../world/minuteserv-partners.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

async function assign(bookingId: string, partner_id: string, force?: boolean) {
  const staff = await admin(world, "support");
  return staff.post(`/admin/bookings/${bookingId}/assign-partner`, { partner_id, force });
}

test("staff give a booking to a partner, and take it to another one", async (t) => {
  const client = await customer(world);
  const [one, other] = await Promise.all([newWorker(world), newWorker(world)]);
  const id = await bookInCash(world, client);
  const assigned = await assign(id, one.id);
  t.is(assigned.status, 200, assigned.raw);
  t.like(assigned.at("data.booking"), { id, status: "partner_assigned" });
  t.like(assigned.at("data.assignment"), {
    partner_id: one.id,
    partner_name: "Priya Sharma",
    status: "assigned",
    commission_percentage: 70,
  });
  await one.client.post(`/partner/bookings/${id}/accept`);
  const moved = await assign(id, other.id);
  t.is(moved.at("data.assignment.partner_id"), other.id);
  t.is(moved.at("data.booking.status"), "partner_assigned");
  t.is((await one.client.post(`/partner/bookings/${id}/complete`, {})).status, 409);
  t.is((await other.client.post(`/partner/bookings/${id}/accept`)).status, 200);
});

test("a busy partner is refused unless forced", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  await acceptedBooking(world, client, worker, { time: "10:00 AM" });
  const clash = await bookInCash(world, client, { time: "10:30 AM" });
  const after = await bookInCash(world, client, { time: "11:00 AM" });
  t.is((await assign(clash, worker.id)).status, 409);
  t.is((await assign(clash, worker.id, true)).status, 200);
  t.is((await assign(after, worker.id)).status, 409, "the forced visit lasts until 11:30");
  const free = await bookInCash(world, client, { time: "11:30 AM" });
  t.is((await assign(free, worker.id)).status, 200);
});

test("unknown and unfit partners and finished bookings are refused", async (t) => {
  const client = await customer(world);
  const staff = await admin(world);
  const id = await bookInCash(world, client);
  t.is((await assign(id, randomUUID())).status, 404);
  const pending = await staff.post("/admin/partners", partnerBody());
  t.is((await assign(id, pending.text("data.partner.id"))).status, 422);
  const worker = await newWorker(world);
  await client.post(`/bookings/${id}/cancel`, { reason: "Change of plans" });
  t.is((await assign(id, worker.id)).status, 409, "cancelled");
  const done = await acceptedBooking(world, client, worker, { time: "02:00 PM" });
  await worker.client.post(`/partner/bookings/${done}/complete`, {});
  t.is((await assign(done, worker.id)).status, 409, "completed");
});

test("a booking's detail tells its whole course from the log", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const id = await acceptedBooking(world, client, worker, { method: "online" });
  const say = (status: string) => worker.client.patch(`/partner/bookings/${id}/status`, { status });
  await say("in_transit");
  await say("arrived");
  await worker.client.post(`/partner/bookings/${id}/complete`, {});
  await client.post(`/bookings/${id}/rate`, { rating: 5 });
  const staff = await admin(world, "finance");
  const detail = await staff.get(`/admin/bookings/${id}`);
  t.is(detail.status, 200, detail.raw);
  t.like(detail.at("data.booking"), { id, status: "completed", payment_status: "paid" });
  t.like(detail.at("data.payment"), { status: "success", amount: 980, payment_method: "upi" });
  t.like(detail.at("data.user"), { name: "John Doe" });
  t.is(detail.at("data.partner.id"), worker.id);
  t.is(detail.at("data.services.0.name"), "Facial - Minimal");
  const timeline = detail.list("data.timeline") as readonly TimelineEntry[];
  const told = timeline
    .filter(({ action }) => action !== "queued")
    .map(({ action, by }) => `${action} by ${by}`);
  t.deepEqual(told, [
    "created by customer",
    "paid by system",
    "partner_assigned by admin",
    "accepted by partner",
    "in_transit by partner",
    "arrived by partner",
    "started by partner",
    "completed by partner",
    "rated by customer",
  ]);
  const times = timeline.map(({ timestamp }) => timestamp);
  t.deepEqual(times, times.toSorted());
});

interface TimelineEntry {
  readonly action: string;
  readonly by: string;
  readonly timestamp: string;
}
