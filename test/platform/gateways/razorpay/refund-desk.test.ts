import test from "ava";
import { newId } from "../../../../src/kernel/ids.js";
import { isRejection } from "../../../../src/kernel/rejection.js";
import { systemClock } from "../../../../src/platform/clock/system-clock.js";
import type { Database } from "../../../../src/platform/database/database.js";
import {
  pretendRazorpay,
  type PretendRazorpay,
} from "../../../../src/platform/gateways/razorpay/pretend/gateway.js";
import { freshUrl, open } from "../sandbox-world.js";
import { listenForWebhooks, onlyOne, type WebhookListener } from "../webhook-listener.js";
import { SECRETS } from "./contract.js";

interface World {
  readonly hook: WebhookListener;
  readonly database: Database;
  readonly start: (refundDelay: number) => PretendRazorpay;
  readonly end: () => Promise<void>;
}

const NEVER = 3_600_000;

/** A database of its own, since a desk serves every refund in it. */
async function world(): Promise<World> {
  const database = open(await freshUrl());
  const hook = await listenForWebhooks();
  const started: PretendRazorpay[] = [];
  return {
    hook,
    database,
    start(refundDelay) {
      const razorpay = pretendRazorpay({
        database,
        secrets: SECRETS,
        clock: systemClock,
        webhookUrl: () => hook.url,
        refundDelay,
        onError: (error) => {
          throw error;
        },
      });
      started.push(razorpay);
      return razorpay;
    },
    async end() {
      await Promise.all(started.map((razorpay) => razorpay.close()));
      await hook.close();
      await database.close();
    },
  };
}

async function refunded(razorpay: PretendRazorpay) {
  const order = { reference: newId(), amount: 10_000, currency: "INR", notes: {} } as const;
  const { orderId } = await razorpay.createOrder(order);
  const checkout = { outcome: "captured", method: "upi", webhook: false } as const;
  const paid = await razorpay.checkout(orderId, checkout);
  if (isRejection(paid)) throw new Error(paid.message);
  const paymentId = paid.razorpay_payment_id;
  const request = { reference: newId(), paymentId, amount: 2_500 };
  const { refundId } = await razorpay.refund(request);
  return { request, refundId, paymentId };
}

test("a refund is processed on demand and told by a signed refund.processed", async (t) => {
  const { hook, start, end } = await world();
  const razorpay = start(NEVER);
  const { request, refundId, paymentId } = await refunded(razorpay);
  t.is(await razorpay.processRefunds(), 1);
  t.deepEqual(await razorpay.refund(request), { refundId, status: "processed" });
  const { headers, body } = onlyOne(hook);
  t.true(razorpay.webhookSignatureHolds(body, String(headers["x-razorpay-signature"])));
  const event = JSON.parse(body.toString()) as Record<string, unknown>;
  t.like(event, { event: "refund.processed", contains: ["refund", "payment"] });
  const refund = { id: refundId, payment_id: paymentId, amount: 2_500, status: "processed" };
  const payment = { id: paymentId, amount_refunded: 2_500, refund_status: "partial" };
  t.like(event["payload"], { refund: { entity: refund }, payment: { entity: payment } });
  t.is(await razorpay.processRefunds(), 0);
  t.is(hook.heard.length, 1);
  await end();
});

test("a webhook that is not taken is delivered again under the same event id", async (t) => {
  const { hook, start, end } = await world();
  const razorpay = start(NEVER);
  await refunded(razorpay);
  hook.status = 500;
  t.is(await razorpay.processRefunds(), 0);
  hook.status = 200;
  t.is(await razorpay.processRefunds(), 1);
  const ids = hook.heard.map(({ headers }) => headers["x-razorpay-event-id"]);
  t.is(ids.length, 2);
  t.is(ids[0], ids[1]);
  await end();
});

test("a webhook that nobody ever takes is given up", async (t) => {
  const { hook, start, end } = await world();
  const razorpay = start(NEVER);
  await refunded(razorpay);
  hook.status = 500;
  for (let round = 0; round < 30; round += 1) await razorpay.processRefunds();
  t.is(hook.heard.length, 25);
  await end();
});

test("a refund ordered before a restart is processed after it, by itself", async (t) => {
  const { hook, start, end } = await world();
  const before = start(NEVER);
  await refunded(before);
  await before.close();
  t.is(hook.heard.length, 0);
  start(1);
  while (hook.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  t.is(hook.heard.length, 1);
  await end();
});
