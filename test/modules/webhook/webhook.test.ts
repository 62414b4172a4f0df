import test from "ava";
import type { MarkFailed } from "../../../src/modules/webhook/commands.js";
import type { WebhookEvent, WebhookReceived } from "../../../src/modules/webhook/events.js";
import { webhooks } from "../../../src/modules/webhook/webhook.js";
import { given } from "../scenario.js";

const webhookId = "w";
const details: WebhookReceived = {
  webhookId,
  gateway: "razorpay",
  eventType: "payment.captured",
  orderId: "order_1",
  gatewayPaymentId: "pay_1",
  gatewayRefundId: null,
  refundReference: null,
  amount: 177_120,
  currency: "INR",
  refundedInAll: null,
  instrument: "upi",
  failureReason: null,
  dispute: null,
};
const received: WebhookEvent = { type: "WebhookReceived", data: details };
const done: WebhookEvent = { type: "WebhookProcessed", data: { webhookId, outcome: "captured" } };
const mark = { type: "MarkProcessed", outcome: "captured" } as const;
const fail: MarkFailed = {
  type: "MarkFailed",
  error: "down",
  at: "2024-01-20T09:00:00.000Z",
  policy: { maxRetries: 3, firstDelaySeconds: 30, backoffFactor: 4 },
};
const retries = [
  "2024-01-20T09:00:30.000Z",
  "2024-01-20T09:02:00.000Z",
  "2024-01-20T09:08:00.000Z",
];
const failures: readonly WebhookEvent[] = retries.map((retryAt, index) => ({
  type: "WebhookFailed",
  data: { webhookId, attempt: index + 1, error: "down", retryAt },
}));
const parked: WebhookEvent = {
  type: "WebhookParked",
  data: { webhookId, attempt: 4, error: "down" },
};

test("a webhook is received once; its replay is recognised by changing nothing", (t) => {
  const receive = { type: "ReceiveWebhook", ...details } as const;
  given(t, webhooks).when(receive).yields(received);
  given(t, webhooks, received).when(receive).yields();
  given(t, webhooks, received, done).when(receive).yields();
});

test("a webhook is processed once", (t) => {
  given(t, webhooks, received).when(mark).yields(done);
  given(t, webhooks, received, done).when(mark).yields();
});

test("three retries after 30 s, 2 min and 8 min, then the manual review", (t) => {
  [...failures, parked].forEach((event, index) => {
    given(t, webhooks, received, ...failures.slice(0, index))
      .when(fail)
      .yields(event);
  });
});

test("a failure changes nothing once the webhook is processed or parked", (t) => {
  given(t, webhooks, received, done).when(fail).yields();
  given(t, webhooks, received, ...failures, parked)
    .when(fail)
    .yields();
});

test("a retry or staff may still process it", (t) => {
  given(t, webhooks, received, ...failures)
    .when(mark)
    .yields(done);
  given(t, webhooks, received, ...failures, parked)
    .when(mark)
    .yields(done);
});

test("an unknown webhook has no outcome", (t) => {
  given(t, webhooks).when(mark).refuses("not_found", "webhook_unknown");
  given(t, webhooks).when(fail).refuses("not_found", "webhook_unknown");
});
