import type { BankLine } from "./events.js";

/** No bank numbers its transfers with fewer letters and digits; what is shorter is prose. */
const SHORTEST = 6;

/**
 * All that may be the number of a bank line's transfer: its own column, and words of its text,
 * where many banks put it. The column comes first.
 */
export function transferNames({ reference, description }: Omit<BankLine, "lineId">): string[] {
  const words = description.split(/[^A-Za-z0-9]+/).filter((word) => word.length >= SHORTEST);
  return [...new Set([reference, ...words].filter((name) => name !== ""))];
}
