/**
 * India's financial year, April to March, as a tax record prints it: `2025-26` for both the
 * first of April 2025 and the last of March 2026, in UTC (EV Distribution, Date/Time Format).
 *
 * @param at ISO 8601
 */
export function financialYear(at: string): string {
  const date = new Date(at);
  const april = 3;
  const first = date.getUTCFullYear() - (date.getUTCMonth() < april ? 1 : 0);
  return `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
}

/** `2025-26` and 1 → `TDS202526001`; it grows beyond three digits where it must. */
export function certificateNumber(year: string, sequence: number): string {
  return `TDS${year.replace("-", "")}${String(sequence).padStart(3, "0")}`;
}
