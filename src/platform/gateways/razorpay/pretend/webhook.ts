import { sign } from "../signatures.js";
import { disputeJson, paymentJson, refundJson, type PretendEntity } from "./entity.js";
import { entityIdOf } from "./ids.js";

/** A webhook before it is posted: the same id for every delivery of the same happening. */
export interface PretendWebhook {
  readonly eventId: string;
  readonly body: Buffer;
}

/** The pretended account. */
const ACCOUNT = "acc_DaybookSandbox";

/**
 * What Razorpay tells of a payment: `payment.captured` or `payment.failed`.
 *
 * @param at seconds since the epoch, business time
 */
export function paymentWebhook(payment: PretendEntity, at: number): PretendWebhook {
  const event = payment.failure === null ? "payment.captured" : "payment.failed";
  return webhook(event, payment.id, at, { payment: { entity: paymentJson(payment) } });
}

/** What Razorpay tells of a refund: `refund.created`, and `refund.processed` once it is done. */
export function refundWebhook(
  event: "created" | "processed",
  refund: PretendEntity,
  payment: PretendEntity,
  at: number,
): PretendWebhook {
  return webhook(`refund.${event}`, refund.id, at, {
    refund: { entity: refundJson(refund) },
    payment: { entity: paymentJson(payment) },
  });
}

/** What Razorpay tells of a dispute: `payment.dispute.created`, `.won`, `.lost` and the like. */
export function disputeWebhook(
  event: string,
  dispute: PretendEntity,
  payment: PretendEntity,
  at: number,
): PretendWebhook {
  return webhook(`payment.dispute.${event}`, dispute.id, at, {
    payment: { entity: paymentJson(payment) },
    dispute: { entity: disputeJson(dispute) },
  });
}

function webhook(event: string, subject: string, at: number, payload: object): PretendWebhook {
  const body = {
    entity: "event",
    account_id: ACCOUNT,
    event,
    contains: Object.keys(payload),
    payload,
    created_at: at,
  };
  return { eventId: entityIdOf("evt", event, subject), body: Buffer.from(JSON.stringify(body)) };
}

/** Where webhooks are posted, and how. */
export interface Addressee {
  readonly url: () => string;
  readonly secret: string;
  /** Milliseconds for an answer. */
  readonly timeout: number;
}

/**
 * Posts a webhook signed over the very bytes that are sent.
 *
 * @returns the status of the answer; 0 when none came
 */
export async function deliver(
  { eventId, body }: PretendWebhook,
  { url, secret, timeout }: Addressee,
): Promise<number> {
  try {
    const response = await fetch(url(), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-razorpay-event-id": eventId,
        "x-razorpay-signature": sign(body, secret),
      },
      body: new Uint8Array(body),
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
