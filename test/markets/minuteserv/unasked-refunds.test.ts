import test from "ava";
import { faultsInBooks } from "../../world/books.js";
import { eventually } from "../../world/eventually.js";
import { entriesAbout } from "../../world/ledger.js";
import { admin, BASE, book, customer, newKey, pay, serviceIds } from "../../world/minuteserv.js";
import { newWorker } from "../../world/minuteserv-partner.js";
import { deliver, webhook } from "../../world/razorpay.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

/** A booking of 980 rupees that was paid for online. */
async function paid() {
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids });
  const orderId = booked.text("data.payment.order_id");
  const paymentId = (await pay(world, orderId)).text("razorpay_payment_id");
  const id = booked.text("data.booking.id");
  const look = async () => (await client.get(`/bookings/${id}`)).at("data");
  return { id, orderId, paymentId, look };
}

type Paid = Awaited<ReturnType<typeof paid>>;

async function refundByHand({ paymentId }: Paid, body: object) {
  const answer = await world.http.post(`/sandbox/razorpay/payments/${paymentId}/refund`, body);
  if (answer.status !== 200) throw new Error(answer.raw);
  return answer;
}

function shows({ look }: Paid, status: string): Promise<true> {
  return eventually(`the payment as ${status}`, async () => {
    const seen = (await look()) as { readonly payment_status: string };
    return seen.payment_status === status ? true : undefined;
  });
}

const TRANSIT = "liability:refund:razorpay:in_transit";

function granted(amount: string): string {
  return `RefundGranted: +${amount} liability:booking:escrow -${amount} ${TRANSIT}`;
}

function confirmed(amount: string): string {
  return `RefundConfirmed: +${amount} ${TRANSIT} -${amount} asset:gateway:razorpay:clearing`;
}

/** What the refunds of a booking have posted, in order. */
async function refundEntries({ id }: Paid): Promise<readonly string[]> {
  return (await entriesAbout(world, `booking:${id}`)).filter((entry) => entry.startsWith("Refund"));
}

/** Whatever a test does, the books are sound after it and nothing is posted any more. */
test.afterEach(async (t) => {
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("a refund in the gateway's dashboard is in the books, once", async (t) => {
  const booked = await paid();
  const part = await refundByHand(booked, { amount: 30_000 });
  t.is(part.at("webhook.status"), 200);
  await world.http.post("/sandbox/jobs/refunds");
  await shows(booked, "partially_refunded");
  t.deepEqual(await refundEntries(booked), [granted("300.00"), confirmed("300.00")]);
  // Told again, by either name and by the payment.
  const refund = { id: part.text("razorpay_refund_id"), amount: 30_000 };
  for (const event of ["refund.processed", "refund.created", "payment.refunded"]) {
    const told = webhook({ event, ...booked, amount: 98_000, refund });
    t.is((await deliver(world.http.at(BASE), told)).status, 200);
  }
  t.is((await refundEntries(booked)).length, 2);
  await refundByHand(booked, {});
  await world.http.post("/sandbox/jobs/refunds");
  await shows(booked, "refunded");
  t.like(await booked.look(), { status: "refunded" });
  t.deepEqual((await refundEntries(booked)).slice(2), [granted("680.00"), confirmed("680.00")]);
});

test.serial("told as processed at once, and again by both names together", async (t) => {
  const booked = await paid();
  const refund = { id: `rfnd_${booked.id}`, amount: 10_000 };
  const events = ["refund.created", "refund.processed", "refund.processed", "refund.created"];
  const told = events.map((event) => webhook({ event, ...booked, amount: 98_000, refund }));
  await Promise.all(told.map((one) => deliver(world.http.at(BASE), one)));
  await shows(booked, "partially_refunded");
  t.deepEqual(await refundEntries(booked), [granted("100.00"), confirmed("100.00")]);
});

test.serial("after completion it takes back the partner's part, as staff's own does", async (t) => {
  const booked = await paid();
  const [office, worker] = [await admin(world), await newWorker(world)];
  const choice = { partner_id: worker.id, force: true };
  await office.post(`/admin/bookings/${booked.id}/assign-partner`, choice);
  await worker.client.post(`/partner/bookings/${booked.id}/accept`, {});
  await worker.client.post(`/partner/bookings/${booked.id}/complete`, {});
  await refundByHand(booked, { amount: 49_000 });
  await world.http.post("/sandbox/jobs/refunds");
  await shows(booked, "partially_refunded");
  const reversed = await eventually("the reversed earning", async () =>
    (await entriesAbout(world, `booking:${booked.id}`)).find((one) =>
      one.startsWith("EarningReversed"),
    ),
  );
  t.regex(reversed, /\+343\.00 liability:provider:payable/);
});

test.serial("more than is left goes to manual review and posts nothing", async (t) => {
  const booked = await paid();
  const staff = await admin(world, "finance");
  const own = { amount: 900, reason: "Service not provided" };
  await staff.post(`/admin/bookings/${booked.id}/refund`, own, newKey());
  await world.http.post("/sandbox/jobs/refunds");
  await shows(booked, "partially_refunded");
  const refund = { id: `rfnd_${booked.id}`, amount: 8_001 };
  const told = webhook({ event: "refund.processed", ...booked, amount: 98_000, refund });
  t.is((await deliver(world.http.at(BASE), told)).status, 200);
  const [parked] = await eventually("the parked webhook", async () => {
    const rows = await world.service.foundation.database.rows<{ processing_error: string }>(
      "SELECT processing_error FROM webhooks WHERE order_id = $1 AND is_parked",
      [booked.orderId],
    );
    return rows.length === 0 ? undefined : rows;
  });
  t.regex(parked?.processing_error ?? "", /^refund_out_of_range/);
  t.deepEqual(await refundEntries(booked), [granted("900.00"), confirmed("900.00")]);
});

test.serial("the daily reconciliation finds one whose webhooks never came, once", async (t) => {
  const booked = await paid();
  const made = await refundByHand(booked, { amount: 25_000, webhook: false });
  const run = async () => (await world.http.post("/sandbox/jobs/reconciliation")).raw;
  const id = made.text("razorpay_refund_id");
  t.true((await run()).includes(id));
  await shows(booked, "partially_refunded");
  t.deepEqual(await refundEntries(booked), [granted("250.00"), confirmed("250.00")]);
  const end = await world.service.foundation.eventLog.feed.end();
  await run();
  t.is(await world.service.foundation.eventLog.feed.end(), end, "no event at all");
  const refund = { id, amount: 25_000 };
  const late = webhook({ event: "refund.processed", ...booked, amount: 98_000, refund });
  t.is((await deliver(world.http.at(BASE), late)).status, 200);
  t.is((await refundEntries(booked)).length, 2);
});
