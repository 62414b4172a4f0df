import { randomBytes } from "node:crypto";
import test from "ava";
import { parkedWebhooks } from "../../../projections/webhooks.js";
import { bookings } from "../../../src/modules/booking/booking.js";
import { faultsInBooks } from "../../world/books.js";
import { eventually } from "../../world/eventually.js";
import { admin, BASE, book, customer, pay, serviceIds } from "../../world/minuteserv.js";
import { newWorker } from "../../world/minuteserv-partner.js";
import { signatureOf } from "../../world/razorpay.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

/** A booking that was paid for online; served, if told, so that a partner has earned by it. */
async function paid(served: boolean) {
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids });
  const bookingId = booked.text("data.booking.id");
  const total = Math.round(booked.number("data.booking.grand_total") * 100);
  const done = await pay(world, booked.text("data.payment.order_id"));
  const paymentId = done.text("razorpay_payment_id");
  if (!served) return { bookingId, paymentId, total, partnerId: "" };
  const [office, worker] = [await admin(world), await newWorker(world)];
  const choice = { partner_id: worker.id, force: true };
  await office.post(`/admin/bookings/${bookingId}/assign-partner`, choice);
  await worker.client.post(`/partner/bookings/${bookingId}/accept`, {});
  const ended = await worker.client.post(`/partner/bookings/${bookingId}/complete`, {});
  if (ended.status !== 200) throw new Error(ended.raw);
  return { bookingId, paymentId, total, partnerId: worker.id };
}

function dispute(paymentId: string, outcome: string) {
  return world.http.post(`/sandbox/razorpay/payments/${paymentId}/dispute`, { outcome });
}

type Entries = Record<string, [string, number][]>;

/** The entries that chargebacks have posted for a payment, debits above zero. */
async function entriesOf(bookingId: string): Promise<Entries> {
  const rows = await world.service.foundation.database.rows<{
    type: string;
    account: string;
    amount: number;
  }>(
    `SELECT e.event_type AS type, l.account, (l.debit - l.credit)::bigint AS amount
       FROM journal_entries e JOIN journal_lines l ON l.position = e.position
      WHERE e.concerns ? ('booking:' || $1::text)
        AND (e.event_type LIKE 'Chargeback%' OR e.event_type = 'EarningReversed')
      ORDER BY e.position, l.line`,
    [bookingId],
  );
  const entries: Entries = {};
  for (const { type, account, amount } of rows) (entries[type] ??= []).push([account, amount]);
  return entries;
}

const CLEARING = "asset:gateway:razorpay:clearing";
const WITHHELD = "asset:gateway:razorpay:dispute";

test("a chargeback is withheld, and comes back when it is won", async (t) => {
  const { bookingId, paymentId, total } = await paid(false);
  const opened = await dispute(paymentId, "open");
  t.is(opened.status, 200, opened.raw);
  t.deepEqual(opened.at("webhooks"), [{ event: "payment.dispute.created", status: 200 }]);
  const first: Entries = {
    ChargebackOpened: [
      [WITHHELD, total],
      [CLEARING, -total],
    ],
  };
  t.deepEqual(await entriesOf(bookingId), first);
  await dispute(paymentId, "under_review");
  await dispute(paymentId, "won");
  await dispute(paymentId, "won");
  t.deepEqual(await entriesOf(bookingId), {
    ...first,
    ChargebackWon: [
      [CLEARING, total],
      [WITHHELD, -total],
    ],
  });
  t.is((await dispute(paymentId, "lost")).status, 409);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test("a lost chargeback takes the partner's part back; the rest is a loss", async (t) => {
  const { bookingId, paymentId, total, partnerId } = await paid(true);
  const lost = await dispute(paymentId, "lost");
  t.is((lost.at("webhooks") as readonly unknown[]).length, 2, lost.raw);
  const part = Math.round(total * 0.7);
  const receivable = `asset:provider:${partnerId}:receivable`;
  const entries = await eventually("the reversed earning", async () => {
    const found = await entriesOf(bookingId);
    return found["EarningReversed"] === undefined ? undefined : found;
  });
  t.deepEqual(entries["ChargebackLost"], [
    [receivable, part],
    ["expense:chargeback_loss", total - part],
    [WITHHELD, -total],
  ]);
  t.deepEqual(entries["EarningReversed"], [
    [`liability:provider:${partnerId}:payable`, part],
    [receivable, -part],
  ]);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test("two lost disputes over one payment cost the partner no more than one", async (t) => {
  const { bookingId, paymentId, total, partnerId } = await paid(true);
  const ids = [1, 2].map(() => `disp_${randomBytes(7).toString("hex")}`);
  const most = Math.ceil(total * 0.7);
  // Both at once, each over more than half: together over more than was paid.
  const part = Math.ceil(total * 0.6);
  await Promise.all(ids.map((id) => told("payment.dispute.lost", id, paymentId, part)));
  const { database } = world.service.foundation;
  const taken = await eventually("both in the books", async () => {
    const lines = (await entriesOf(bookingId))["ChargebackLost"] ?? [];
    const lost = lines.filter(([account]) => account === WITHHELD);
    const theirs = lines.filter(([account]) => account.includes(partnerId));
    return lost.length === 2 ? theirs.reduce((sum, [, amount]) => sum + amount, 0) : undefined;
  });
  t.true(Math.abs(taken - most) <= 1, `${taken} of ${total}`);
  t.deepEqual(await faultsInBooks(database), []);
  const balance = `SELECT balance FROM journal_accounts WHERE address = $1`;
  const payable = `liability:provider:${partnerId}:payable`;
  t.is((await database.rows<{ balance: number }>(balance, [payable]))[0]?.balance, 0);
});

test("staff cannot refund what a lost chargeback has given back already", async (t) => {
  const { bookingId, paymentId, total } = await paid(true);
  const office = await admin(world);
  await told("payment.dispute.lost", `disp_${bookingId.slice(0, 8)}`, paymentId, total - 10_000);
  await noted(bookingId);
  const refund = (amount: number) =>
    office.post(`/admin/bookings/${bookingId}/refund`, { amount, reason: "Asked for" });
  t.is((await refund(100.01)).status, 422);
  t.is((await refund(100)).status, 200);
  const third = await refund(1);
  t.is(third.status, 409, third.raw);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test("cancelling gives no money back that the customer's bank has taken", async (t) => {
  const { bookingId, paymentId, total } = await paid(false);
  await told("payment.dispute.lost", `disp_${bookingId.slice(0, 8)}`, paymentId, total);
  await noted(bookingId);
  const office = await admin(world);
  const body = { reason: "Customer request", refund_to_wallet: false };
  const ended = await office.post(`/admin/bookings/${bookingId}/cancel`, body);
  t.is(ended.status, 200, ended.raw);
  t.deepEqual((await entriesOf(bookingId))["ChargebackCovered"], [
    [`liability:booking:${bookingId}:escrow`, total],
    ["expense:chargeback_loss", -total],
  ]);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

/** Waits until the booking knows of its lost chargeback. */
function noted(bookingId: string): Promise<true> {
  return eventually("the booking's own note", async () => {
    const booking = await world.service.foundation.eventLog.load(bookings, bookingId);
    return booking?.chargebacks.length === 1 ? true : undefined;
  });
}

test("webhooks of a dispute may come late, twice and in any order", async (t) => {
  const { bookingId, paymentId, total } = await paid(false);
  const id = `disp_${randomBytes(7).toString("hex")}`;
  for (const event of ["won", "created", "action_required", "won", "created"]) {
    t.is(await told(`payment.dispute.${event}`, id, paymentId, total), 200);
  }
  t.deepEqual(Object.keys(await entriesOf(bookingId)).toSorted(), [
    "ChargebackOpened",
    "ChargebackWon",
  ]);
  // Another decision than the first is nobody's to apply: it waits for a person.
  t.is(await told("payment.dispute.lost", id, paymentId, total), 200);
  const parked = await parkedWebhooks(world.service.foundation.database, { limit: 500, offset: 0 });
  t.deepEqual(
    parked.map((webhook) => webhook.event_type),
    ["payment.dispute.lost"],
  );
  t.is(await told("payment.dispute.lost", `${id}x`, "pay_nobodys", total), 200);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

/** Posts a signed webhook about a dispute with an event id of its own. */
async function told(event: string, id: string, paymentId: string, amount: number) {
  const entity = { id, payment_id: paymentId, amount, currency: "INR", respond_by: 1_800_000_000 };
  const body = JSON.stringify({ entity: "event", event, payload: { dispute: { entity } } });
  const answer = await world.http.at(BASE).post("/payments/webhook", body, {
    "x-razorpay-event-id": `evt_${randomBytes(7).toString("hex")}`,
    "x-razorpay-signature": signatureOf(body),
  });
  return answer.status;
}
