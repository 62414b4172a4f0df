import test from "ava";
import { toMajor } from "../../../src/kernel/money.js";
import { faultsInBooks } from "../../world/books.js";
import { admin, book, customer, newKey, pay, serviceIds } from "../../world/minuteserv.js";
import { newWorker } from "../../world/minuteserv-partner.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

type Client = Awaited<ReturnType<typeof customer>>;

/** A booking of 980 rupees that was paid for online. */
async function paid(client: Client) {
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids });
  const done = await pay(world, booked.text("data.payment.order_id"));
  return { id: booked.text("data.booking.id"), paymentId: done.text("razorpay_payment_id") };
}

async function serve(id: string): Promise<void> {
  const [office, worker] = [await admin(world), await newWorker(world)];
  const choice = { partner_id: worker.id, force: true };
  await office.post(`/admin/bookings/${id}/assign-partner`, choice);
  await worker.client.post(`/partner/bookings/${id}/accept`, {});
  const ended = await worker.client.post(`/partner/bookings/${id}/complete`, {});
  if (ended.status !== 200) throw new Error(ended.raw);
}

async function lose(paymentId: string): Promise<void> {
  const path = `/sandbox/razorpay/payments/${paymentId}/dispute`;
  const lost = await world.http.post(path, { outcome: "lost" });
  if (lost.status !== 200) throw new Error(lost.raw);
}

/** What the gateway has and owes nobody; nothing was settled or went into a wallet. */
async function keptByTheJournal(): Promise<number> {
  const [row] = await world.service.foundation.database.rows<{ kept: number }>(
    `SELECT sum(CASE class WHEN 'asset' THEN balance ELSE -balance END)::bigint AS kept
       FROM journal_accounts WHERE marketplace = 'minuteserv' AND address IN (
         'asset:gateway:razorpay:clearing', 'asset:gateway:razorpay:dispute',
         'liability:refund:razorpay:in_transit')`,
  );
  return row?.kept ?? 0;
}

/** Far on both sides of every visit. */
const PERIOD = "date_from=2020-01-01&date_to=2099-12-31&group_by=month";

test.serial("lost chargebacks are no revenue, in the reports as in the journal", async (t) => {
  const client = await customer(world);
  const office = await admin(world, "finance");
  const refund = (id: string, amount: number) =>
    office.post(`/admin/bookings/${id}/refund`, { amount, reason: "Late" }, newKey());
  const agree = async (rupees: number, bookings: number) => {
    t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
    t.is(toMajor(await keptByTheJournal()), rupees);
    const report = await office.get(`/admin/analytics/revenue?${PERIOD}`);
    t.like(report.at("data"), { total_revenue: rupees, total_bookings: bookings }, report.raw);
    t.is((await office.get("/admin/dashboard")).at("data.stats.total_revenue"), rupees);
  };
  const [kept, part, whole] = [await paid(client), await paid(client), await paid(client)];
  await serve(kept.id);
  await serve(whole.id);
  await agree(2_940, 3);
  await lose(whole.paymentId);
  await agree(1_960, 2);
  t.is((await refund(part.id, 300)).status, 200);
  await agree(1_660, 2);
  // What a dispute takes of the rest, cancelling gives back no second time.
  await lose(part.paymentId);
  await agree(980, 1);
  const cancelled = await client.post(`/bookings/${part.id}/cancel`, { reason: "Enough" });
  t.is(cancelled.status, 200, cancelled.raw);
  await agree(980, 1);
});

test.serial("what was given back before a cancellation is still given back after it", async (t) => {
  const client = await customer(world);
  const office = await admin(world, "finance");
  const before = toMajor(await keptByTheJournal());
  const { id } = await paid(client);
  const body = { amount: 300, reason: "Late" };
  t.is((await office.post(`/admin/bookings/${id}/refund`, body, newKey())).status, 200);
  await world.http.post("/sandbox/clock", { advance_seconds: 301 });
  const [manager, again] = [await admin(world), await admin(world, "finance")];
  const path = `/admin/bookings/${id}/cancel`;
  const cancelled = await manager.post(path, { reason: "Customer request" });
  t.is(cancelled.status, 200, cancelled.raw);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
  const report = await again.get(`/admin/analytics/revenue?${PERIOD}`);
  t.is(report.at("data.total_revenue"), before + 98, report.raw);
});
