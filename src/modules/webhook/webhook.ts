import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { WebhookCommand } from "./commands.js";
import { webhookEvents, type WebhookEvent } from "./events.js";
import { markFailed } from "./retry.js";
import { evolve, type WebhookState } from "./state.js";

function decide(command: WebhookCommand, state: WebhookState): readonly WebhookEvent[] | Rejection {
  if (command.type === "ReceiveWebhook") {
    const { type: _type, ...data } = command;
    return state === null ? [{ type: "WebhookReceived", data }] : [];
  }
  if (state === null) return reject("not_found", "webhook_unknown", "There is no such webhook.");
  if (command.type === "MarkFailed") return markFailed(command, state);
  if (state.status === "processed") return [];
  const { webhookId } = state;
  return [{ type: "WebhookProcessed", data: { webhookId, outcome: command.outcome } }];
}

/** One stream a webhook, `webhook-<id>`, with the id derived from what the gateway calls it. */
export const webhooks = defineAggregate<WebhookCommand, WebhookState, WebhookEvent>({
  category: "webhook",
  events: webhookEvents,
  initial: null,
  decide,
  evolve,
});
