import { z } from "zod";

/** `YYYY-MM-DDTHH:MM:SSZ` (Date/Time Format): an instant of ours without its fraction. */
export function moment(iso: string): string {
  return `${iso.slice(0, 19)}Z`;
}

export function momentOrNull(iso: string | null): string | null {
  return iso === null ? null : moment(iso);
}

/** What `toMajorText` gives: rupees with two decimals (Notes, 1). */
export const moneyText = z.string().regex(/^-?\d+\.\d{2}$/);

export const momentText = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
