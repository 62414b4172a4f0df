import { z } from "zod";
import { DAY } from "../../kernel/clock.js";
import { toMajorText } from "../../kernel/money.js";
import type { BookingRow } from "../../../projections/bookings/table.js";
import type { UnclearedAccount } from "../../../projections/journal/queries/must-clear.js";
import type { WebhookRow } from "../../../projections/webhooks.js";
import { amount } from "./ledger.js";
import { projectionSchema } from "./projections.js";

export const stuckSchema = z.object({
  projections: z.array(projectionSchema),
  reactions: z.array(
    z.object({
      process: z.string(),
      key: z.string(),
      stream: z.string().nullable(),
      revision: z.int().nullable(),
      position: z.int().nullable(),
      deadline: z.looseObject({}).nullable(),
      attempts: z.int(),
      last_error: z.string(),
      parked_at: z.iso.datetime(),
    }),
  ),
  webhooks: z.array(
    z.object({
      id: z.string(),
      marketplace: z.string(),
      gateway: z.string(),
      event_type: z.string(),
      order_id: z.string().nullable(),
      gateway_payment_id: z.string().nullable(),
      retry_count: z.int(),
      error: z.string().nullable(),
      received_at: z.iso.datetime(),
    }),
  ),
  bookings: z.array(
    z.object({
      id: z.string(),
      marketplace: z.string(),
      number: z.string(),
      status: z.string(),
      reason: z.string().nullable(),
      starts_at: z.iso.datetime(),
    }),
  ),
  accounts: z.array(
    z.object({
      address: z.string(),
      marketplace: z.string(),
      currency: z.string(),
      balance: amount,
      oldest_at: z.iso.datetime(),
      age_days: z.number(),
    }),
  ),
  more: z.boolean().describe("Whether the next page has anything of a kind that comes in pages"),
});

export function presentWebhook(row: WebhookRow) {
  return {
    id: row.id,
    marketplace: row.marketplace,
    gateway: row.gateway,
    event_type: row.event_type,
    order_id: row.order_id,
    gateway_payment_id: row.gateway_payment_id,
    retry_count: row.retry_count,
    error: row.processing_error,
    received_at: row.created_at,
  };
}

export function presentUnassigned(row: BookingRow) {
  return {
    id: row.id,
    marketplace: row.marketplace,
    number: row.number,
    status: row.status,
    reason: row.queue_reason,
    starts_at: row.starts_at,
  };
}

/** @param now milliseconds of business time */
export function presentUncleared(row: UnclearedAccount, now: number) {
  const { address, marketplace, currency, oldest_at } = row;
  const age_days = Math.floor((now - Date.parse(oldest_at)) / (DAY / 10)) / 10;
  return { address, marketplace, currency, balance: toMajorText(row.balance), oldest_at, age_days };
}
