import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";

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
  readonly instrument: string | null;
  readonly failureReason: string | null;
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
  WebhookReceived: PLAIN,
  WebhookProcessed: PLAIN,
  WebhookFailed: PLAIN,
  WebhookParked: PLAIN,
};
