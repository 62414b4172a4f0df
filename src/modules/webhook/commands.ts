import type { WebhookReceived } from "./events.js";

/** Once a webhook: a replay changes nothing and is recognised by that. */
export interface ReceiveWebhook extends WebhookReceived {
  readonly type: "ReceiveWebhook";
}

/** A repeat changes nothing; possible after parking, too, when staff have seen to it. */
export interface MarkProcessed {
  readonly type: "MarkProcessed";
  readonly outcome: string;
}

/** How often and how patiently processing is tried again; data of the market. */
export interface RetryPolicy {
  /** Retries after the first failure. */
  readonly maxRetries: number;
  readonly firstDelaySeconds: number;
  /** Each delay is this many times the one before. */
  readonly backoffFactor: number;
}

export interface MarkFailed {
  readonly type: "MarkFailed";
  readonly error: string;
  readonly at: string;
  readonly policy: RetryPolicy;
}

export type WebhookCommand = ReceiveWebhook | MarkProcessed | MarkFailed;
