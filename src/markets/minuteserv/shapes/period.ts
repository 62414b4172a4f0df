import { z } from "zod";
import { date } from "./fields.js";

/** The days that a report covers, both mandatory and inclusive (analytics.01). */
export const periodFields = { date_from: date, date_to: date };

/** The days that a list is narrowed to, inclusive; either may be left open. */
export const openPeriodFields = { date_from: date.optional(), date_to: date.optional() };

interface Days {
  readonly date_from?: string | undefined;
  readonly date_to?: string | undefined;
}

/** Days that end before they begin are a mistake that an empty answer would hide. */
export function isForward({ date_from: from, date_to: to }: Days): boolean {
  return from === undefined || to === undefined || from <= to;
}

export const BACKWARD = { path: ["date_to"], message: "must not be before date_from" };

export function periodOf({ date_from: from, date_to: to }: z.output<typeof periodQuery>) {
  return { from, to };
}

export const periodQuery = z.object(periodFields).refine(isForward, BACKWARD);
