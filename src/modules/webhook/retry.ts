import { isoAfter, SECOND } from "../../kernel/clock.js";
import type { MarkFailed } from "./commands.js";
import type { WebhookEvent } from "./events.js";
import type { Webhook } from "./state.js";

/**
 * After a failed attempt: a later retry with growing delays, and when the retries are used up, the
 * manual review. "Max 3 retries" (Minuteserv, Retry Logic) is read as three retries after the
 * first failure. Nothing once it is processed or parked.
 */
export function markFailed(command: MarkFailed, webhook: Webhook): readonly WebhookEvent[] {
  const { error, at, policy } = command;
  if (webhook.status === "processed" || webhook.status === "parked") return [];
  const { webhookId } = webhook;
  const attempt = webhook.attempts + 1;
  if (attempt > policy.maxRetries) {
    return [{ type: "WebhookParked", data: { webhookId, attempt, error } }];
  }
  const delay = policy.firstDelaySeconds * policy.backoffFactor ** (attempt - 1);
  const retryAt = isoAfter(at, delay * SECOND);
  return [{ type: "WebhookFailed", data: { webhookId, attempt, error, retryAt } }];
}
