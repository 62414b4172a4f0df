import { z } from "zod";
import { date } from "./fields.js";

/** The days that a report covers, both mandatory and inclusive (analytics.01). */
export const periodFields = { date_from: date, date_to: date };

interface Days {
  readonly date_from: string;
  readonly date_to: string;
}

export function isForward({ date_from: from, date_to: to }: Days): boolean {
  return from <= to;
}

export const BACKWARD = { path: ["date_to"], message: "must not be before date_from" };

export function periodOf({ date_from: from, date_to: to }: Days) {
  return { from, to };
}

export const periodQuery = z.object(periodFields).refine(isForward, BACKWARD);
