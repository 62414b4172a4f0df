import type { Currency, Minor } from "../../src/kernel/money.js";

export interface PostingLine {
  readonly account: string;
  readonly debit: Minor;
  readonly credit: Minor;
}

/** One balanced entry: what a posting rule makes of one event. */
export interface Posting {
  readonly description: string;
  readonly currency: Currency;
  /** Ids that the entry concerns, such as `booking:<id>`; the search keys of finance. */
  readonly references: readonly string[];
  readonly lines: readonly PostingLine[];
}

/** Money to or from an account; a negative amount goes to the other side. */
export function debit(account: string, amount: Minor): PostingLine {
  return amount < 0
    ? { account, debit: 0, credit: -amount }
    : { account, debit: amount, credit: 0 };
}

export function credit(account: string, amount: Minor): PostingLine {
  return debit(account, -amount);
}

/**
 * Makes an entry of lines, leaving out those of nothing; undefined if none is left.
 * Throws if debits and credits differ: a rule that does that is wrong, whatever the event says.
 */
export function entry(posting: Posting): Posting | undefined {
  const lines = posting.lines.filter((line) => line.debit !== 0 || line.credit !== 0);
  const difference = lines.reduce((sum, line) => sum + line.debit - line.credit, 0);
  if (difference !== 0) {
    throw new Error(`"${posting.description}" is off balance by ${difference} minor units`);
  }
  return lines.length === 0 ? undefined : { ...posting, lines };
}

/** What an entry can concern; finance may search for an id without knowing of what it is. */
export const REFERENCE_KINDS = [
  "account",
  "bank",
  "booking",
  "dispute",
  "payment",
  "payout",
  "provider",
  "razorpay",
  "refund",
  "stripe",
  "transaction",
  "upi",
  "wallet",
] as const;

export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** Ids by their kind to references such as `booking:<id>`; kinds without an id are left out. */
export function references(ids: {
  readonly [K in ReferenceKind]?: string | null | undefined;
}): readonly string[] {
  return Object.entries(ids).flatMap(([kind, id]) => (id ? [`${kind}:${id}`] : []));
}
