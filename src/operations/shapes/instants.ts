import { z } from "zod";
import { isOnCalendar } from "../../kernel/calendar.js";
import { DAY, isoAfter } from "../../kernel/clock.js";

const NO_MOMENT = "must be a day, 2026-01-31, or an instant, 2026-01-31T12:00:00Z";

/** The plus of an offset arrives as a space when the caller forgot to encode it. */
const moment = z.preprocess(
  (value) => (typeof value === "string" ? value.replace(/ (?=\d\d:?\d\d$)/, "+") : value),
  z
    .union([z.iso.date({ abort: true }), z.iso.datetime({ offset: true, abort: true })], {
      error: NO_MOMENT,
    })
    .refine((value) => isOnCalendar(new Date(value).toISOString()), NO_MOMENT),
);

function isDay(value: string): boolean {
  return value.length === 10;
}

/** The beginning of a span: an instant, or a day (UTC) from its first moment. */
export const from = moment.transform((value) => new Date(value).toISOString());

/** The end of a span, itself not in it: an instant, or a day (UTC) to its last moment. */
export const until = moment.transform((value) => {
  const instant = new Date(value).toISOString();
  return isDay(value) ? isoAfter(instant, DAY) : instant;
});

/** A moment to look back to: an instant, or the end of a day (UTC). */
export const asOf = moment.transform((value) => {
  const instant = new Date(value).toISOString();
  return isDay(value) ? isoAfter(instant, DAY - 1) : instant;
});

interface Span {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A span that no moment is in is a mistake, which an empty answer would hide. */
export function isForward({ from: begin, to: end }: Span): boolean {
  return begin === undefined || end === undefined || begin < end;
}

export const BACKWARD = { path: ["to"], message: "must be after from" };
