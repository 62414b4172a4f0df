import type { App } from "../kernel/app.js";
import { deriveId } from "../kernel/ids.js";
import type { Dialect } from "../kernel/market.js";
import { isRejection, reject, type Rejection } from "../kernel/rejection.js";
import type { Input } from "../kernel/route.js";
import { webhooks } from "../modules/webhook/webhook.js";
import { identityOf, razorpayWebhook, webhookFacts } from "./razorpay-webhook.js";

type Delivery = Pick<Input<unknown, unknown, unknown>, "body" | "headers" | "rawBody">;

/**
 * Takes in what Razorpay reports. Verified over its raw bytes before anything else (Minuteserv,
 * webhook.01) and written down; a replay is recognised by its event id (webhook.05) and changes
 * nothing.
 *
 * @param dialect says what is wrong with an authentic body that cannot be read
 */
export async function takeInRazorpayWebhook(
  app: App,
  { body, headers, rawBody }: Delivery,
  dialect: Pick<Dialect, "invalid">,
): Promise<Rejection | undefined> {
  const signature = headers["x-razorpay-signature"] ?? "";
  if (!app.payments.webhookSignatureHolds(rawBody, signature)) {
    return reject("malformed", "bad_signature", "The webhook signature does not match.");
  }
  const webhook = razorpayWebhook.safeParse(body);
  if (!webhook.success) return dialect.invalid(webhook.error.issues, "body");
  const facts = webhookFacts(webhook.data);
  const identity = headers["x-razorpay-event-id"] ?? identityOf(facts);
  const webhookId = deriveId("razorpay-webhook", identity);
  const received = await app.execute(webhooks, webhookId, {
    type: "ReceiveWebhook",
    webhookId,
    ...facts,
  });
  if (isRejection(received)) return received;
  await app.settled();
  return undefined;
}
