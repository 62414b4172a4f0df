import { z } from "zod";
import { toMajorText } from "../../kernel/money.js";
import {
  classOf,
  growsByDebit,
  mustClear,
} from "../../../projections/journal/chart-of-accounts.js";
import type { AccountBalance } from "../../../projections/journal/queries/accounts.js";
import type { JournalEntry } from "../../../projections/journal/queries/entries.js";

/** Major units as text with two decimals, so that no reader's floating point can bend a paisa. */
export const amount = z.string().regex(/^-?\d+\.\d\d$/);

export const accountClass = z.enum(["asset", "liability", "income", "expense", "equity"]);

export const accountSchema = z.object({
  address: z.string(),
  class: accountClass,
  normal_side: z.enum(["debit", "credit"]),
  currency: z.string(),
  debits: amount,
  credits: amount,
  balance: amount.describe("Positive on the account's normal side"),
  floored: z.boolean().describe("Whether the database keeps the balance from going below zero"),
  must_clear: z.boolean().describe("Whether money only passes through"),
});

export function presentAccount(row: AccountBalance) {
  return {
    address: row.address,
    class: row.class,
    normal_side: growsByDebit(row.address) ? "debit" : "credit",
    currency: row.currency,
    debits: toMajorText(row.debits),
    credits: toMajorText(row.credits),
    balance: toMajorText(row.balance),
    floored: row.floored,
    must_clear: mustClear(row.address),
  };
}

export const entrySchema = z.object({
  id: z.string(),
  position: z.int(),
  effective_at: z.iso.datetime(),
  recorded_at: z.iso.datetime(),
  marketplace: z.string(),
  description: z.string(),
  event: z.object({
    id: z.string(),
    type: z.string(),
    stream: z.string(),
    revision: z.int(),
    correlation_id: z.string(),
  }),
  references: z.array(z.string()),
  currency: z.string(),
  lines: z.array(
    z.object({
      account: z.string(),
      class: accountClass,
      debit: amount,
      credit: amount,
      currency: z.string(),
      balance: amount.describe("Of the account in this marketplace, after the entry"),
    }),
  ),
});

export function presentEntry(entry: JournalEntry) {
  return {
    id: entry.id,
    position: entry.position,
    effective_at: entry.effective_at,
    recorded_at: entry.recorded_at,
    marketplace: entry.marketplace,
    description: entry.description,
    event: {
      id: entry.id,
      type: entry.event_type,
      stream: entry.stream,
      revision: entry.revision,
      correlation_id: entry.correlation_id,
    },
    references: entry.concerns,
    currency: entry.currency,
    lines: entry.lines.map(({ account, debit, credit, currency, balance }) => ({
      account,
      class: classOf(account),
      debit: toMajorText(debit),
      credit: toMajorText(credit),
      currency,
      balance: toMajorText(balance),
    })),
  };
}
