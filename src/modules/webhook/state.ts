import type { WebhookEvent, WebhookReceived } from "./events.js";

export interface Webhook extends WebhookReceived {
  readonly status: "received" | "processed" | "failed" | "parked";
  /** Failed attempts so far. */
  readonly attempts: number;
  /** When the next attempt is due; null when none is. */
  readonly retryAt: string | null;
}

/** Null until it is received. */
export type WebhookState = Webhook | null;

/** The webhook after one more fact. */
export function evolve(state: WebhookState, event: WebhookEvent): WebhookState {
  if (event.type === "WebhookReceived") {
    return { ...event.data, status: "received", attempts: 0, retryAt: null };
  }
  if (state === null) throw new Error(`${event.type} stands before the webhook was received`);
  switch (event.type) {
    case "WebhookProcessed":
      return { ...state, status: "processed", retryAt: null };
    case "WebhookFailed": {
      const { attempt, retryAt } = event.data;
      return { ...state, status: "failed", attempts: attempt, retryAt };
    }
    case "WebhookParked":
      return { ...state, status: "parked", attempts: event.data.attempt, retryAt: null };
  }
}
