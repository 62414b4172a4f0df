import test from "ava";
import type { HttpClient } from "../../world/http-client.js";
import { admin, BASE, book, customer, newKey, pay, serviceIds } from "../../world/minuteserv.js";
import { deliver, newPaymentId, proofOf, signed, webhook } from "../../world/razorpay.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

async function unpaid(client: HttpClient) {
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids });
  return {
    id: booked.text("data.booking.id"),
    orderId: booked.text("data.payment.order_id"),
    amount: booked.number("data.payment.amount"),
  };
}

test("a payment is found by the id of its order, booking, gateway payment or own", async (t) => {
  const client = await customer(world);
  const { id, orderId } = await unpaid(client);
  const pending = await client.get(`/payments/${orderId}/status`);
  t.like(pending.at("data"), { status: "pending", amount: 980, razorpay_payment_id: null });
  const paid = await pay(world, orderId);
  const paymentId = paid.text("razorpay_payment_id");
  const own = pending.text("data.payment_id");
  for (const name of [orderId, id, paymentId, own]) {
    const found = await client.get(`/payments/${name}/status`);
    t.like(found.at("data"), {
      payment_id: own,
      status: "success",
      amount: 980,
      payment_method: "upi",
      razorpay_payment_id: paymentId,
    });
  }
  const stranger = await customer(world);
  t.is((await stranger.get(`/payments/${orderId}/status`)).status, 404);
});

test("a failed payment is told, and a later one on the same order counts", async (t) => {
  const client = await customer(world);
  const { id, orderId } = await unpaid(client);
  await pay(world, orderId, { outcome: "failed" });
  t.is((await client.get(`/payments/${orderId}/status`)).at("data.status"), "failed");
  t.like((await client.get(`/bookings/${id}`)).at("data"), {
    status: "pending",
    payment_status: "failed",
  });
  await pay(world, orderId);
  t.is((await client.get(`/payments/${orderId}/status`)).at("data.status"), "success");
  t.like((await client.get(`/bookings/${id}`)).at("data"), {
    status: "partner_assigned",
    payment_status: "paid",
  });
});

test("a proof that is wrong, another's or without a key changes nothing", async (t) => {
  const client = await customer(world);
  const { id, orderId } = await unpaid(client);
  const proof = proofOf(orderId, newPaymentId());
  const forged = { ...proof, razorpay_signature: proof.razorpay_signature.replace(/^./, "z") };
  t.is((await client.post("/payments/verify", forged, newKey())).status, 400);
  const otherPayment = { ...proof, razorpay_payment_id: newPaymentId() };
  t.is((await client.post("/payments/verify", otherPayment, newKey())).status, 400);
  t.is((await client.post("/payments/verify", proof)).status, 400, "no key");
  const stranger = await customer(world);
  t.is((await stranger.post("/payments/verify", proof, newKey())).status, 404);
  const nowhere = proofOf("order_unknown", newPaymentId());
  t.is((await client.post("/payments/verify", nowhere, newKey())).status, 404);
  t.is((await client.get(`/bookings/${id}`)).at("data.payment_status"), "pending");
});

test("a verified payment is verified again with the same outcome", async (t) => {
  const client = await customer(world);
  const { orderId } = await unpaid(client);
  const proof = proofOf(orderId, newPaymentId());
  const first = await client.post("/payments/verify", proof, newKey());
  const again = await client.post("/payments/verify", proof, newKey());
  t.is(first.status, 200, first.raw);
  t.is(again.raw, first.raw);
  const second = proofOf(orderId, newPaymentId());
  t.is((await client.post("/payments/verify", second, newKey())).status, 409);
});

test("a webhook tells later how a proven payment was made", async (t) => {
  const client = await customer(world);
  const { id, orderId, amount } = await unpaid(client);
  const paymentId = newPaymentId();
  // The gateway knows nothing of it yet: the signature alone counts.
  const proven = await client.post("/payments/verify", proofOf(orderId, paymentId), newKey());
  t.is(proven.status, 200, proven.raw);
  const before = await client.get(`/payments/${orderId}/status`);
  t.like(before.at("data"), { status: "success", payment_method: null });
  const told = webhook({ event: "payment.captured", orderId, paymentId, amount });
  t.is((await deliver(world.http.at(BASE), told)).status, 200);
  const after = await client.get(`/payments/${orderId}/status`);
  t.like(after.at("data"), { status: "success", payment_method: "upi" });
  t.like((await client.get(`/bookings/${id}`)).at("data.payment"), { payment_method: "upi" });
});

test("one gateway payment pays one order, by proof as by webhook", async (t) => {
  const client = await customer(world);
  const one = await unpaid(client);
  const other = await unpaid(client);
  const paymentId = newPaymentId();
  const paid = await client.post("/payments/verify", proofOf(one.orderId, paymentId), newKey());
  t.is(paid.status, 200);
  const reused = proofOf(other.orderId, paymentId);
  t.is((await client.post("/payments/verify", reused, newKey())).status, 409);
  const { orderId, amount } = other;
  const told = webhook({ event: "payment.captured", orderId, paymentId, amount });
  t.is((await deliver(world.http.at(BASE), told)).status, 200);
  t.is((await client.get(`/bookings/${other.id}`)).at("data.payment_status"), "pending");
});

test("a webhook's signature is looked at before anything else", async (t) => {
  const http = world.http.at(BASE);
  for (const told of [{}, [], "paid", { event: "payment.captured" }]) {
    const { body, headers } = signed(told);
    t.is((await deliver(http, { body, headers })).status, 422, body);
    const forged = { ...headers, "x-razorpay-signature": "0".repeat(64) };
    t.is((await deliver(http, { body, headers: forged })).status, 400, body);
  }
});

test("a captured webhook that says no amount, as the document's sample, counts", async (t) => {
  const client = await customer(world);
  const { id, orderId } = await unpaid(client);
  const entity = { id: newPaymentId(), order_id: orderId };
  const told = signed({ event: "payment.captured", payload: { payment: { entity } } });
  t.is((await deliver(world.http.at(BASE), told)).status, 200);
  t.like((await client.get(`/bookings/${id}`)).at("data"), {
    status: "partner_assigned",
    payment_status: "paid",
  });
});

test("refunds told of by the payment alone add up, with and without event ids", async (t) => {
  const client = await customer(world);
  const staff = await admin(world, "finance");
  const { id, orderId, amount } = await unpaid(client);
  const paymentId = newPaymentId();
  const captured = webhook({ event: "payment.captured", orderId, paymentId, amount });
  await deliver(world.http.at(BASE), captured);
  const refund = (rupees: number) =>
    staff.post(`/admin/bookings/${id}/refund`, { amount: rupees, reason: "Late" }, newKey());
  const tell = (amount_refunded: number) => {
    const entity = { id: paymentId, order_id: orderId, amount, amount_refunded };
    const { body, headers } = signed({
      event: "payment.refunded",
      payload: { payment: { entity } },
    });
    const { "x-razorpay-event-id": _unnamed, ...nameless } = headers;
    return deliver(world.http.at(BASE), { body, headers: nameless });
  };
  const status = async () => (await client.get(`/payments/${orderId}/status`)).at("data.status");
  t.is((await refund(100)).status, 200);
  await tell(10_000);
  t.is(await status(), "partially_refunded");
  t.is((await refund(880)).status, 200);
  await tell(10_000);
  t.is(await status(), "partially_refunded", "a replay");
  await tell(98_000);
  t.is(await status(), "refunded");
});
