import { optionalDay } from "./fields.js";

/** The days that a list or a report is narrowed to, both included; an open end bounds nothing. */
export const periodFields = { start_date: optionalDay, end_date: optionalDay };

interface Days {
  readonly start_date?: string | undefined;
  readonly end_date?: string | undefined;
}

/** Days that end before they begin are a mistake that an empty answer would hide. */
export function isForward({ start_date: from, end_date: to }: Days): boolean {
  return from === undefined || to === undefined || from <= to;
}

export const BACKWARD = { path: ["end_date"], message: "Must not be before start_date." };
