import type { Minor } from "../../kernel/money.js";
import type { Emi } from "./facts.js";

/** What was told of the instalments; either of amount and count may be missing. */
interface AskedEmi {
  readonly amount: Minor | null;
  readonly count: number | null;
  readonly startsOn: string | null;
}

/**
 * The agreed instalments: where only their amount or only their number is told, the other follows
 * from the total, rounded up; null where neither is.
 */
export function emiOf(total: Minor, { amount, count, startsOn }: AskedEmi): Emi | null {
  const each = amount ?? (count === null ? null : Math.ceil(total / count));
  if (each === null) return null;
  return { amount: each, count: count ?? Math.ceil(total / each), startsOn };
}
