import { defineProjection } from "../src/kernel/projection.js";
import type { ReadModel, Slice } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { WebhookEvent } from "../src/modules/webhook/events.js";

export interface WebhookRow {
  readonly id: string;
  readonly marketplace: string;
  readonly gateway: string;
  readonly event_type: string;
  readonly order_id: string | null;
  readonly gateway_payment_id: string | null;
  readonly is_processed: boolean;
  readonly is_parked: boolean;
  /** Retries after the first try; stops at 3 (webhook.08). */
  readonly retry_count: number;
  readonly outcome: string | null;
  readonly processing_error: string | null;
  readonly created_at: string;
  readonly processed_at: string | null;
}

const table = defineTable<WebhookRow>({
  name: "webhooks",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    gateway: "text",
    event_type: "text",
    order_id: "text?",
    gateway_payment_id: "text?",
    is_processed: "boolean",
    is_parked: "boolean",
    retry_count: "integer",
    outcome: "text?",
    processing_error: "text?",
    created_at: "timestamptz",
    processed_at: "timestamptz?",
  },
  indexes: [{ columns: ["created_at"], where: "is_parked" }],
});

/** The log of authentic gateway webhooks and what became of each (Payment Webhook Handler). */
export const webhooks = defineProjection<WebhookEvent>({
  name: "webhooks",
  version: 1,
  tables: [table],
  on: {
    WebhookReceived: ({ data, metadata }, rows) =>
      rows.insert(table, {
        id: data.webhookId,
        marketplace: metadata.marketplace,
        gateway: data.gateway,
        event_type: data.eventType,
        order_id: data.orderId,
        gateway_payment_id: data.gatewayPaymentId,
        is_processed: false,
        is_parked: false,
        retry_count: 0,
        outcome: null,
        processing_error: null,
        created_at: metadata.occurredAt,
        processed_at: null,
      }),
    WebhookProcessed: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.webhookId },
        {
          is_processed: true,
          outcome: data.outcome,
          processing_error: null,
          processed_at: metadata.occurredAt,
        },
      ),
    WebhookFailed: ({ data }, rows) =>
      rows.patch(
        table,
        { id: data.webhookId },
        { retry_count: data.attempt - 1, processing_error: data.error },
      ),
    WebhookParked: ({ data }, rows) =>
      rows.patch(
        table,
        { id: data.webhookId },
        { retry_count: data.attempt - 1, processing_error: data.error, is_parked: true },
      ),
  },
});

/** Those that wait for a person, oldest first. */
export function parkedWebhooks(reads: ReadModel, { limit, offset }: Slice): Promise<WebhookRow[]> {
  return reads.rows(
    "SELECT * FROM webhooks WHERE is_parked ORDER BY created_at, id LIMIT $1 OFFSET $2",
    [limit, offset],
  );
}
