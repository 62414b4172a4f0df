import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

/** What a webhook tells of a dispute over a payment (a chargeback). */
export interface DisputeFacts {
  readonly gatewayDisputeId: string;
  readonly amount: Minor;
  readonly currency: Currency;
  readonly fee: Minor;
  readonly reason: string | null;
  /** Until when evidence is accepted, ISO 8601. */
  readonly respondBy: string | null;
}

interface About {
  readonly webhookId: string;
}

/** The parts of an authentic webhook that the books need; no personal data of the payload. */
export interface WebhookReceived extends About {
  readonly gateway: "razorpay" | "stripe";
  readonly eventType: string;
  readonly orderId: string | null;
  readonly gatewayPaymentId: string | null;
  readonly gatewayRefundId: string | null;
  /** Our own refund id, when the gateway hands it back. */
  readonly refundReference: string | null;
  readonly amount: number | null;
  /** The code that the gateway gives with the amount; null where it gives none. */
  readonly currency: string | null;
  /** All that went back of the payment so far, where a refund is told of by that alone. */
  readonly refundedInAll: number | null;
  readonly instrument: string | null;
  readonly failureReason: string | null;
  /** Null unless it is about a dispute. */
  readonly dispute: DisputeFacts | null;
}

export type WebhookEvent =
  | { readonly type: "WebhookReceived"; readonly data: WebhookReceived }
  | { readonly type: "WebhookProcessed"; readonly data: About & { readonly outcome: string } }
  | { readonly type: "WebhookFailed"; readonly data: About & Failure & Retry }
  | { readonly type: "WebhookParked"; readonly data: About & Failure };

interface Failure {
  readonly attempt: number;
  readonly error: string;
}

interface Retry {
  readonly retryAt: string;
}

export const webhookEvents: EventCatalogue<WebhookEvent> = {
  WebhookReceived: {
    version: 4,
    upcasters: {
      1: (data) => ({ ...data, dispute: null }),
      2: (data) => ({ ...data, refundedInAll: null }),
      3: (data) => ({ ...data, currency: null }),
    },
  },
  WebhookProcessed: PLAIN,
  WebhookFailed: PLAIN,
  WebhookParked: PLAIN,
};
