import { NO_IDS, type IdMap } from "../../kernel/id-map.js";

/** The pairs of one earner. */
export interface Pairs {
  /** Where each pair is, by its id. */
  readonly pairs: IdMap<"matched" | "processed">;
  /** Members who have made a pair for this earner; each does so once. */
  readonly used: IdMap<true>;
  /** Who was taken last from each leg; null before the first pair. */
  readonly lastTaken: { readonly left: string | null; readonly right: string | null };
  /** How many by `2026-01`, UTC. */
  readonly byMonth: Readonly<Record<string, number>>;
}

export const NO_PAIRS: Pairs = {
  pairs: NO_IDS,
  used: NO_IDS,
  lastTaken: { left: null, right: null },
  byMonth: {},
};

/** How many pairs the earner has in the calendar month of an instant (ISO 8601, UTC). */
export function pairsInMonth({ byMonth }: Pairs, at: string): number {
  return byMonth[at.slice(0, 7)] ?? 0;
}
