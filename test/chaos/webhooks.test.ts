import test from "ava";
import type { ExecutionContext } from "ava";
import { faultsInBooks } from "../world/books.js";
import { eventually } from "../world/eventually.js";
import type { HttpClient } from "../world/http-client.js";
import { BASE, book, customer, newKey, serviceIds } from "../world/minuteserv.js";
import { deliver, newPaymentId, proofOf, signatureOf, webhook } from "../world/razorpay.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";

let world: ServiceWorld;
let gateway: HttpClient;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  gateway = world.http.at(BASE);
});

test.after.always(() => world.close());

/** A booking that waits for its payment. */
async function unpaid() {
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids });
  return {
    client,
    id: booked.text("data.booking.id"),
    orderId: booked.text("data.payment.order_id"),
    amount: booked.number("data.payment.amount"),
    paymentId: newPaymentId(),
  };
}

type Unpaid = Awaited<ReturnType<typeof unpaid>>;

function tells(event: string, booked: Unpaid & { readonly currency?: string }) {
  return webhook({ ...booked, event });
}

async function statusOf({ client, id }: Unpaid): Promise<string> {
  const answer = await client.get(`/bookings/${id}`);
  return `${answer.text("data.status")}, ${answer.text("data.payment_status")}`;
}

/** The types of the events that moved the booking's money, in order. */
async function postingsOf({ id }: Unpaid): Promise<readonly string[]> {
  const rows = await world.service.foundation.database.rows<{ event_type: string }>(
    "SELECT event_type FROM journal_entries WHERE concerns ? $1 ORDER BY position",
    [`booking:${id}`],
  );
  return rows.map(({ event_type }) => event_type);
}

async function webhooksOf({ orderId }: Unpaid, eventType: string) {
  return world.service.foundation.database.rows<{
    is_processed: boolean;
    is_parked: boolean;
    outcome: string | null;
    processing_error: string | null;
  }>(
    `SELECT is_processed, is_parked, outcome, processing_error FROM webhooks
      WHERE order_id = $1 AND event_type = $2 ORDER BY created_at, id`,
    [orderId, eventType],
  );
}

/** Waits until every webhook of the order was acted on: then nothing of it is still to come. */
async function allActedOn(unpaidBooking: Unpaid, count: number): Promise<void> {
  await eventually("all webhooks acted on", async () => {
    const rows = await world.service.foundation.database.rows<{ acted: boolean }>(
      "SELECT is_processed OR is_parked AS acted FROM webhooks WHERE order_id = $1",
      [unpaidBooking.orderId],
    );
    return rows.length === count && rows.every(({ acted }) => acted) ? true : undefined;
  });
}

async function assertPaidOnce(t: ExecutionContext, booked: Unpaid): Promise<void> {
  t.is(await statusOf(booked), "partner_assigned, paid");
  t.deepEqual(await postingsOf(booked), ["PaymentCaptured"]);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
}

test.serial("one webhook delivered again and again is one posting", async (t) => {
  const booked = await unpaid();
  const captured = tells("payment.captured", booked);
  for (let time = 0; time < 5; time += 1) {
    const answer = await deliver(gateway, captured);
    t.is(answer.status, 200, answer.raw);
    t.deepEqual(answer.body, { success: true });
  }
  await allActedOn(booked, 1);
  await assertPaidOnce(t, booked);
});

test.serial("twenty deliveries of one webhook at once are one posting", async (t) => {
  const booked = await unpaid();
  const captured = tells("payment.captured", booked);
  const answers = await Promise.all(Array.from({ length: 20 }, () => deliver(gateway, captured)));
  t.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  await allActedOn(booked, 1);
  await assertPaidOnce(t, booked);
});

test.serial("a failure that is told after the capture changes nothing", async (t) => {
  const booked = await unpaid();
  await deliver(gateway, tells("payment.captured", booked));
  const late = await deliver(gateway, tells("payment.failed", booked));
  t.is(late.status, 200, late.raw);
  await allActedOn(booked, 2);
  t.like(await webhooksOf(booked, "payment.failed"), { 0: { outcome: "no change" } });
  await assertPaidOnce(t, booked);
});

test.serial("a failed payment is paid by a later capture on its order", async (t) => {
  const booked = await unpaid();
  await deliver(gateway, tells("payment.failed", { ...booked, paymentId: newPaymentId() }));
  await allActedOn(booked, 1);
  t.is(await statusOf(booked), "pending, failed");
  t.deepEqual(await postingsOf(booked), []);
  await deliver(gateway, tells("payment.captured", booked));
  await allActedOn(booked, 2);
  await assertPaidOnce(t, booked);
});

test.serial("order.paid alone pays; twice and with payment.captured it pays once", async (t) => {
  const booked = await unpaid();
  await deliver(gateway, tells("order.paid", booked));
  await allActedOn(booked, 1);
  t.is(await statusOf(booked), "partner_assigned, paid");
  await deliver(gateway, tells("order.paid", booked));
  await deliver(gateway, tells("payment.captured", booked));
  await allActedOn(booked, 3);
  await assertPaidOnce(t, booked);
});

test.serial("a refund that is told twice is refunded once", async (t) => {
  const booked = await unpaid();
  const paid = await world.http.post(`/sandbox/razorpay/orders/${booked.orderId}/pay`, {
    outcome: "captured",
    method: "upi",
    webhook: true,
  });
  await booked.client.post(`/bookings/${booked.id}/cancel`, { reason: "Change of plans" });
  const refund = await eventually("the refund at the gateway", async () => {
    const [row] = await world.service.foundation.database.rows<{ id: string; amount: number }>(
      `SELECT gateway_refund_id AS id, amount FROM refunds
        WHERE booking_id = $1 AND gateway_refund_id IS NOT NULL`,
      [booked.id],
    );
    return row;
  });
  const told = { ...booked, paymentId: paid.text("razorpay_payment_id"), refund };
  const events = ["refund.processed", "payment.refunded", "refund.processed"];
  for (const event of events) {
    const answer = await deliver(gateway, webhook({ ...told, event }));
    t.is(answer.status, 200, answer.raw);
  }
  // The pretended gateway tells of its refund, too.
  await allActedOn(booked, 1 + events.length + 1);
  t.deepEqual(await postingsOf(booked), ["PaymentCaptured", "BookingCancelled", "RefundConfirmed"]);
  t.is(await statusOf(booked), "cancelled, refunded");
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("a signature that is wrong, missing or of other bytes is a 400", async (t) => {
  const booked = await unpaid();
  const { body, headers } = tells("payment.captured", booked);
  const forged: Readonly<Record<string, string>>[] = [
    { ...headers, "x-razorpay-signature": signatureOf(body, "somebody else's secret") },
    { ...headers, "x-razorpay-signature": signatureOf(`${body} `) },
    { ...headers, "x-razorpay-signature": signatureOf(body).slice(0, -1) },
    { ...headers, "x-razorpay-signature": "" },
    { "x-razorpay-event-id": headers["x-razorpay-event-id"] ?? "" },
  ];
  for (const false_ of forged) {
    const answer = await deliver(gateway, { body, headers: false_ });
    t.is(answer.status, 400, answer.raw);
    t.is(answer.text("error.reason"), "bad_signature");
  }
  const respaced = JSON.stringify(JSON.parse(body), null, 1);
  const moved = await deliver(gateway, { body: respaced, headers });
  t.is(moved.text("error.reason"), "bad_signature");
  t.deepEqual(await webhooksOf(booked, "payment.captured"), []);
  t.is(await statusOf(booked), "pending, pending");
  t.deepEqual(await postingsOf(booked), []);
  // What was refused must not stand in the way of the true one with the same event id.
  await deliver(gateway, { body, headers });
  await allActedOn(booked, 1);
  await assertPaidOnce(t, booked);
});

test.serial("a capture of another amount or currency pays nothing and waits", async (t) => {
  for (const other of [{ amount: 100 }, { currency: "USD" }, { currency: "EUR" }]) {
    const booked = await unpaid();
    const answer = await deliver(gateway, tells("payment.captured", { ...booked, ...other }));
    t.is(answer.status, 200, answer.raw);
    await allActedOn(booked, 1);
    const [parked] = await webhooksOf(booked, "payment.captured");
    t.like(parked, { is_processed: false, is_parked: true });
    t.regex(parked?.processing_error ?? "", /^amount_mismatch/);
    t.is(await statusOf(booked), "pending, pending");
    t.deepEqual(await postingsOf(booked), []);
  }
});

test.serial("a webhook of an unknown order or kind changes nothing", async (t) => {
  const booked = await unpaid();
  const stranger = { ...booked, orderId: `order_${newPaymentId()}` };
  const unknown = await deliver(gateway, tells("payment.captured", stranger));
  t.is(unknown.status, 200, unknown.raw);
  await allActedOn(stranger, 1);
  t.like(await webhooksOf(stranger, "payment.captured"), { 0: { outcome: "unknown payment" } });
  const strange = await deliver(gateway, tells("payment.dispute.created", booked));
  t.is(strange.status, 200, strange.raw);
  await allActedOn(booked, 1);
  t.is(await statusOf(booked), "pending, pending");
  t.deepEqual(await postingsOf(booked), []);
});

test.serial("a gateway's payment pays one order only", async (t) => {
  const [first, second] = [await unpaid(), await unpaid()];
  await deliver(gateway, tells("payment.captured", first));
  const again = { ...second, paymentId: first.paymentId };
  await deliver(gateway, tells("payment.captured", again));
  await allActedOn(second, 1);
  const [parked] = await webhooksOf(second, "payment.captured");
  t.regex(parked?.processing_error ?? "", /^payment_used_elsewhere/);
  t.is(await statusOf(second), "pending, pending");
  const proof = proofOf(second.orderId, first.paymentId);
  const verified = await second.client.post("/payments/verify", proof, newKey());
  t.is(verified.status, 409, verified.raw);
  await assertPaidOnce(t, first);
});

test.serial("verifying and the webhook at once are one transition and one posting", async (t) => {
  const booked = await unpaid();
  const proof = proofOf(booked.orderId, booked.paymentId);
  const verify = () => booked.client.post("/payments/verify", proof, newKey());
  const told = () => deliver(gateway, tells("payment.captured", booked));
  const answers = await Promise.all([verify(), told(), verify(), told(), verify(), told()]);
  for (const answer of answers) t.is(answer.status, 200, answer.raw);
  await allActedOn(booked, 3);
  await assertPaidOnce(t, booked);
  const forged = { ...proof, razorpay_signature: signatureOf("something else") };
  const refused = await booked.client.post("/payments/verify", forged, newKey());
  t.is(refused.status, 400, refused.raw);
});
