import { randomUUID } from "node:crypto";
import test from "ava";
import { refundById } from "../../../projections/refunds.js";
import type { Answer } from "../../world/answer.js";
import { eventually } from "../../world/eventually.js";
import type { HttpClient } from "../../world/http-client.js";
import { admin, BASE, book, customer, newKey, pay, serviceIds } from "../../world/minuteserv.js";
import { bookInCash, newWorker, type Worker } from "../../world/minuteserv-partner.js";
import { acceptedBooking } from "../../world/minuteserv-partners.js";
import { deliver, webhook } from "../../world/razorpay.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

async function paidBooking(client: HttpClient) {
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids });
  const orderId = booked.text("data.payment.order_id");
  const paid = await pay(world, orderId);
  const paymentId = paid.text("razorpay_payment_id");
  return { id: booked.text("data.booking.id"), orderId, paymentId };
}

/** What the gateway calls a refund, as soon as it has it. */
function gatewayIdOf(refundId: string): Promise<string> {
  return eventually("the refund at the gateway", async () => {
    const { database } = world.service.foundation;
    return (await refundById(database, refundId))?.gateway_refund_id ?? undefined;
  });
}

/** One booking online that the worker has completed; 980.00 paid, 686.00 earned. */
async function earned(client: HttpClient, worker: Worker, time: string): Promise<string> {
  const id = await acceptedBooking(world, client, worker, { method: "online", time });
  await worker.client.post(`/partner/bookings/${id}/complete`, {});
  return id;
}

test("refunds are partial, then full, and never more than was paid", async (t) => {
  const client = await customer(world);
  const staff = await admin(world, "finance");
  const { id, orderId, paymentId } = await paidBooking(client);
  const refund = (amount: unknown, key = newKey()) =>
    staff.post(`/admin/bookings/${id}/refund`, { amount, reason: "Service not provided" }, key);
  for (const amount of [0, -5, 980.01, 1.005, "980"]) {
    t.is((await refund(amount)).status, 422, String(amount));
  }
  const key = newKey();
  const part = await refund(300.5, key);
  t.is(part.status, 200, part.raw);
  t.like(part.at("data"), { refund_amount: 300.5, status: "processing" });
  t.is((await refund(300.5, key)).raw, part.raw, "replayed");
  t.is((await refund(300, key)).status, 409, "the key's body differs");
  t.is((await refund(680)).status, 422, "only 679.50 is left");
  const tell = async (granted: Answer, amount: number) => {
    const refund = { id: await gatewayIdOf(granted.text("data.refund_id")), amount };
    const about = { orderId, paymentId, amount: 98_000, refund };
    await deliver(world.http.at(BASE), webhook({ event: "payment.refunded", ...about }));
  };
  await tell(part, 30_050);
  const after = await client.get(`/bookings/${id}`);
  t.is(after.at("data.payment_status"), "partially_refunded");
  const rest = await refund(679.5);
  t.is(rest.status, 200);
  await tell(rest, 67_950);
  t.like((await client.get(`/bookings/${id}`)).at("data"), {
    status: "refunded",
    payment_status: "refunded",
  });
});

test("what was not paid is not refunded", async (t) => {
  const client = await customer(world);
  const staff = await admin(world);
  const id = await bookInCash(world, client);
  const body = { amount: 1, reason: "Service not provided" };
  t.is((await staff.post(`/admin/bookings/${id}/refund`, body)).status, 409);
});

test("staff cancel by the fee rule or by a figure of their own", async (t) => {
  const client = await customer(world);
  const staff = await admin(world, "support");
  const cancel = (id: string, body: object) =>
    staff.post(`/admin/bookings/${id}/cancel`, { reason: "Customer request", ...body });
  const byRule = await cancel((await paidBooking(client)).id, {});
  t.is(byRule.at("data.booking.status"), "cancelled");
  t.like(byRule.at("data.refund"), { refund_amount: 980, status: "processing" });
  const { id } = await paidBooking(client);
  for (const refund_amount of [-1, 980.01]) {
    t.is((await cancel(id, { refund_amount })).status, 422, String(refund_amount));
  }
  const own = await cancel(id, { refund_amount: 500, refund_to_wallet: true });
  t.like(own.at("data.refund"), { refund_amount: 500 });
  t.is((await cancel(id, {})).status, 409, "cancelled already");
  const nothing = await cancel((await paidBooking(client)).id, { refund_amount: 0 });
  t.is(nothing.at("data.refund"), null);
  const cash = await cancel(await bookInCash(world, client), {});
  t.is(cash.at("data.refund"), null);
});

test("a payout takes what is pending, is processed once and pays its earnings", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const staff = await admin(world, "finance");
  await earned(client, worker, "10:00 AM");
  await earned(client, worker, "12:00 PM");
  const key = newKey();
  const body = { partner_id: worker.id, payment_method: "bank_transfer" };
  const made = await staff.post("/admin/payouts", body, key);
  t.is(made.status, 201, made.raw);
  t.regex(made.text("data.payout_number"), /^PO-\d{8}-\d{3,}$/);
  t.like(made.at("data.payout"), {
    total_amount: 1372,
    commission_deduction: 0,
    net_amount: 1372,
    status: "pending",
    payment_method: "bank_transfer",
  });
  t.is((await staff.post("/admin/payouts", body, key)).raw, made.raw, "replayed");
  t.is((await staff.post("/admin/payouts", body, newKey())).status, 422, "nothing is left");
  const path = `/admin/payouts/${made.text("data.payout.id")}/process`;
  t.is((await staff.post(path, {})).status, 422, "no reference");
  const reference = { bank_transaction_id: "TXN123456", notes: "Payment processed via NEFT" };
  const processed = await staff.post(path, reference, newKey());
  t.is(processed.status, 200, processed.raw);
  t.is(processed.at("data.status"), "completed");
  t.like(processed.at("data.payout"), { status: "completed", bank_transaction_id: "TXN123456" });
  t.is((await staff.post(path, reference, newKey())).status, 409, "processed already");
  const log = await (await admin(world)).get("/admin/audit-logs?action=process_payout&limit=1");
  t.like(log.at("data.logs.0.changes"), {
    bank_transaction_id: { old: null, new: "TXN123456" },
    notes: { old: null, new: "Payment processed via NEFT" },
  });
  const earnings = await worker.client.get("/partner/earnings");
  t.like(earnings.at("data"), { total_earnings: 1372, pending: 0, paid: 1372 });
  t.is(typeof earnings.at("data.earnings.0.paid_at"), "string");
  const payouts = await worker.client.get("/partner/payouts");
  t.like(payouts.at("data.payouts.0"), { total_amount: 1372, status: "completed" });
});

test("a failed payout frees its earnings for another one", async (t) => {
  const client = await customer(world);
  const worker = await newWorker(world);
  const staff = await admin(world, "finance");
  await earned(client, worker, "10:00 AM");
  const body = { partner_id: worker.id, payment_method: "upi" };
  const made = await staff.post("/admin/payouts", body);
  const path = `/admin/payouts/${made.text("data.payout.id")}`;
  const failed = await staff.post(`${path}/fail`, { failure_reason: "Invalid bank account" });
  t.is(failed.at("data.status"), "failed");
  t.is(failed.at("data.payout.failure_reason"), "Invalid bank account");
  t.is((await staff.post(`${path}/fail`, { failure_reason: "again" })).status, 409);
  t.is((await staff.post(`${path}/process`, { upi_transaction_id: "U1" })).status, 409);
  const redone = await staff.post("/admin/payouts", body);
  t.is(redone.status, 201, redone.raw);
  const again = `/admin/payouts/${redone.text("data.payout.id")}/process`;
  const processed = await staff.post(again, { upi_transaction_id: "U1" });
  t.is(processed.at("data.payout.upi_transaction_id"), "U1");
});

test("a payout takes exactly the earnings it is told, and only the partner's own", async (t) => {
  const client = await customer(world);
  const [worker, other] = await Promise.all([newWorker(world), newWorker(world)]);
  const staff = await admin(world);
  await earned(client, worker, "10:00 AM");
  await earned(client, worker, "12:00 PM");
  const listed = await worker.client.get("/partner/earnings");
  const first = listed.text("data.earnings.0.id");
  const payout = (partner_id: string, ids: readonly string[]) =>
    staff.post("/admin/payouts", { partner_id, earnings_ids: ids, payment_method: "upi" });
  t.is((await payout(other.id, [first])).status, 422, "another's");
  t.is((await payout(randomUUID(), [first])).status, 404);
  t.is((await payout(worker.id, [randomUUID()])).status, 422);
  const made = await payout(worker.id, [first, first]);
  t.is(made.at("data.payout.total_amount"), 686, made.raw);
  t.is((await payout(worker.id, [first])).status, 409, "reserved");
  t.is((await worker.client.get("/partner/earnings")).at("data.pending"), 1372);
});
