import type { Clock } from "../../../kernel/clock.js";
import { isoNow, SECOND } from "../../../kernel/clock.js";
import { GatewayUnavailable } from "../../../kernel/gateway.js";
import type { ReadModel } from "../../../kernel/read-model.js";
import type { WebhookDelivery } from "../../../kernel/webhook-delivery.js";
import { sign } from "../razorpay/signatures.js";
import { webhookDeliveries, type Attempt } from "./deliveries.js";

export interface WebhookToSubscriber {
  readonly deliveryId: string;
  readonly marketplace: string;
  readonly url: string;
  readonly subject: string;
  readonly event: string;
  readonly body: object;
}

export interface WebhookSubscribers {
  /** Throws `GatewayUnavailable` unless it was answered with a 2xx, now or before. */
  tell(webhook: WebhookToSubscriber): Promise<void>;
  /** What was sent of late, the latest try first, at most 200. */
  latest(): Promise<readonly WebhookDelivery[]>;
}

export interface SubscribersOptions {
  readonly database: ReadModel;
  /** For the list of deliveries; what is signed carries real time. */
  readonly clock: Clock;
  readonly secret: string;
  /** Milliseconds for one try, 5,000 unless told; who works longer should answer first. */
  readonly timeout?: number;
}

/**
 * Posts signed webhooks to subscribers, one try a call.
 *
 * `X-Webhook-Signature` is `sha256=` and the hex HMAC-SHA256 of `X-Webhook-Timestamp` (seconds of
 * real time, whatever the sandbox's clock says: receivers compare it with their own), a dot and
 * the raw body. `X-Webhook-Delivery` stays the same however often a webhook is tried.
 */
export function webhookSubscribers(options: SubscribersOptions): WebhookSubscribers {
  const { secret, timeout = 5_000 } = options;
  const deliveries = webhookDeliveries(options.database);
  return {
    latest: () => deliveries.latest(),
    async tell(webhook) {
      if (await deliveries.taken(webhook.deliveryId)) return;
      const attempt = await post(webhook, secret, timeout);
      const { host: subscriber } = new URL(webhook.url);
      await deliveries.note({ ...webhook, ...attempt, subscriber, at: isoNow(options.clock) });
      if (attempt.error !== null) {
        const { error: cause } = attempt;
        throw new GatewayUnavailable(`${subscriber} did not take ${webhook.event}: ${cause}`);
      }
    },
  };
}

async function post(
  webhook: WebhookToSubscriber,
  secret: string,
  timeout: number,
): Promise<Attempt> {
  const body = JSON.stringify(webhook.body);
  const timestamp = Math.floor(Date.now() / SECOND);
  try {
    const response = await fetch(webhook.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "Daybook-Webhooks/1",
        "x-webhook-event": webhook.event,
        "x-webhook-delivery": webhook.deliveryId,
        "x-webhook-timestamp": String(timestamp),
        "x-webhook-signature": `sha256=${sign(`${timestamp}.${body}`, secret)}`,
      },
      body,
      // Whoever answers with another address has not taken it, and might send it anywhere.
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    // What a subscriber says beside its status is of no interest, however long it is.
    await response.body?.cancel();
    const { ok, status } = response;
    return { status, error: ok ? null : `it answered ${status}` };
  } catch (error) {
    return { status: null, error: reasonOf(error) };
  }
}

/** `fetch` hides what went wrong in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
