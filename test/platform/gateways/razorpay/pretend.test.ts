import test from "ava";
import { GatewayRefused, GatewayUnavailable } from "../../../../src/kernel/gateway.js";
import { newId } from "../../../../src/kernel/ids.js";
import { isRejection } from "../../../../src/kernel/rejection.js";
import { systemClock } from "../../../../src/platform/clock/system-clock.js";
import type { Database } from "../../../../src/platform/database/database.js";
import {
  pretendRazorpay,
  type CheckoutResult,
  type PretendRazorpay,
} from "../../../../src/platform/gateways/razorpay/pretend/gateway.js";
import { freePort } from "../../../world/free-port.js";
import { freshUrl, open } from "../sandbox-world.js";
import { listenForWebhooks, onlyOne, type WebhookListener } from "../webhook-listener.js";
import { holdsContract, SECRETS } from "./contract.js";

let url: string;
let listener: WebhookListener;
const opened: { readonly database: Database; readonly razorpay: PretendRazorpay }[] = [];

test.before(async () => {
  url = await freshUrl();
  listener = await listenForWebhooks();
});

test.after.always(async () => {
  await Promise.all(opened.map(({ razorpay }) => razorpay.close()));
  await Promise.all(opened.map(({ database }) => database.close()));
  await listener.close();
});

/** One more process that pretends; all share the database. Refunds are processed on demand. */
function another(at = listener.url, refundDelay = 3_600_000): PretendRazorpay {
  const database = open(url);
  const razorpay = pretendRazorpay({
    database,
    secrets: SECRETS,
    clock: systemClock,
    webhookUrl: () => at,
    refundDelay,
    onError: (error) => {
      throw error;
    },
  });
  opened.push({ database, razorpay });
  return razorpay;
}

async function checkedOut(
  razorpay: PretendRazorpay,
  orderId: string,
  webhook = false,
): Promise<CheckoutResult> {
  const checkout = { outcome: "captured", method: "card", webhook } as const;
  const result = await razorpay.checkout(orderId, checkout);
  if (isRejection(result)) throw new Error(result.message);
  return result;
}

async function paid(razorpay: PretendRazorpay, webhook = false): Promise<CheckoutResult> {
  const order = { reference: newId(), amount: 10_000, currency: "INR", notes: {} } as const;
  const { orderId } = await razorpay.createOrder(order);
  return checkedOut(razorpay, orderId, webhook);
}

holdsContract("pretended", () => {
  const gateway = another();
  return Promise.resolve({
    gateway,
    async pay(orderId, outcome) {
      const result = await gateway.checkout(orderId, { outcome, method: "upi", webhook: false });
      if (isRejection(result)) throw new Error(result.message);
      return result.razorpay_payment_id;
    },
  });
});

test("orders and payments are shared by processes and outlive them", async (t) => {
  const [first, second] = [another(), another()];
  const order = { reference: newId(), amount: 4_200, currency: "INR", notes: { a: "é" } } as const;
  const [one, other] = await Promise.all([first.createOrder(order), second.createOrder(order)]);
  t.deepEqual(one, other);
  await first.close();
  const result = await checkedOut(second, one.orderId);
  const found = await another().payment(result.razorpay_payment_id);
  t.like(found, { orderId: one.orderId, amount: 4_200, status: "captured" });
});

test("many orders at once all get their own", async (t) => {
  const razorpay = another();
  const orders = Array.from({ length: 300 }, (_, n) => ({
    reference: newId(),
    amount: 100 + n,
    currency: "INR" as const,
    notes: {},
  }));
  const made = await Promise.all(orders.map((order) => razorpay.createOrder(order)));
  t.is(new Set(made.map(({ orderId }) => orderId)).size, 300);
  t.deepEqual(
    made.map(({ amount }) => amount),
    orders.map(({ amount }) => amount),
  );
});

test("the webhook of a payment is signed over the bytes that arrive", async (t) => {
  const hook = await listenForWebhooks();
  const razorpay = another(hook.url);
  hook.status = 418;
  const result = await paid(razorpay, true);
  t.deepEqual(result.webhook, { status: 418 });
  const signature = result.razorpay_signature ?? "";
  const { razorpay_order_id: orderId, razorpay_payment_id: paymentId } = result;
  t.true(razorpay.checkoutSignatureHolds(orderId, paymentId, signature));
  const { headers, body } = onlyOne(hook);
  t.true(razorpay.webhookSignatureHolds(body, String(headers["x-razorpay-signature"])));
  t.regex(String(headers["x-razorpay-event-id"]), /^evt_\w{14}$/);
  const event = JSON.parse(body.toString()) as Record<string, unknown>;
  t.like(event, { entity: "event", event: "payment.captured", contains: ["payment"] });
  t.like(event["payload"], {
    payment: {
      entity: {
        id: paymentId,
        order_id: orderId,
        amount: 10_000,
        currency: "INR",
        status: "captured",
        method: "card",
        error_description: null,
        notes: {},
      },
    },
  });
  await hook.close();
});

test("nobody at the webhook's address is status 0, and the payment stands", async (t) => {
  const razorpay = another(`http://127.0.0.1:${await freePort()}/webhook`);
  const result = await paid(razorpay, true);
  t.deepEqual(result.webhook, { status: 0 });
  t.is((await razorpay.payment(result.razorpay_payment_id))?.status, "captured");
});

test("a failed payment has no signature; a paid order takes no second payment", async (t) => {
  const razorpay = another();
  const order = { reference: newId(), amount: 10_000, currency: "INR", notes: {} } as const;
  const { orderId } = await razorpay.createOrder(order);
  const attempt = (outcome: "captured" | "failed") =>
    razorpay.checkout(orderId, { outcome, method: "upi", webhook: false });
  t.like(await attempt("failed"), { razorpay_signature: null });
  const results = await Promise.all([attempt("captured"), attempt("captured")]);
  t.is(results.filter(isRejection).length, 1);
  t.like(await attempt("captured"), { code: "conflict", reason: "order_paid" });
  const unknown = { outcome: "captured", method: "upi", webhook: false } as const;
  t.like(await razorpay.checkout("order_unknown", unknown), { code: "not_found" });
});

test("concurrent refunds never exceed the capture, and a repeat counts once", async (t) => {
  const [first, second] = [another(), another()];
  const { razorpay_payment_id: paymentId } = await paid(first);
  const reference = newId();
  const same = [first, second, first, second].map((razorpay) =>
    razorpay.refund({ reference, paymentId, amount: 4_000 }),
  );
  const ids = (await Promise.all(same)).map(({ refundId }) => refundId);
  t.is(new Set(ids).size, 1);
  const rest = await Promise.allSettled(
    [first, second, first, second].map((razorpay) =>
      razorpay.refund({ reference: newId(), paymentId, amount: 3_000 }),
    ),
  );
  t.is(rest.filter(({ status }) => status === "fulfilled").length, 2);
  for (const refused of rest.filter(({ status }) => status === "rejected")) {
    t.true("reason" in refused && refused.reason instanceof GatewayRefused);
  }
  t.is((await first.payment(paymentId))?.status, "refunded");
});

test("switched off, every call is GatewayUnavailable until it is switched on", async (t) => {
  const razorpay = another();
  const { razorpay_payment_id: paymentId } = await paid(razorpay);
  razorpay.setAvailable(false);
  const unavailable = { instanceOf: GatewayUnavailable };
  await t.throwsAsync(paid(razorpay), unavailable);
  await t.throwsAsync(razorpay.payment(paymentId), unavailable);
  await t.throwsAsync(razorpay.paymentsBetween(0, 1), unavailable);
  const refund = { reference: newId(), paymentId, amount: 1 };
  await t.throwsAsync(razorpay.refund(refund), unavailable);
  razorpay.setAvailable(true);
  await t.notThrowsAsync(razorpay.refund(refund));
});
