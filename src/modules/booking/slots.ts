import { DAY, MINUTE } from "../../kernel/clock.js";
import { dateAt, instantAt } from "../../kernel/wall-time.js";
import type { Visit } from "./facts.js";

/** When visits may begin; data of the market. */
export interface OpeningHours {
  /** Minutes after midnight at the place. */
  readonly firstMinute: number;
  /** By when a visit has ended, in minutes after midnight. */
  readonly lastEndMinute: number;
  readonly stepMinutes: number;
  /** Milliseconds between now and a visit, at least, so that somebody can get there. */
  readonly leadTime: number;
  readonly utcOffsetMinutes: number;
}

/** Starts on that day that leave time to get there and end within opening hours, in minutes. */
export function openSlots(
  date: string,
  durationMinutes: number,
  now: number,
  { firstMinute, lastEndMinute, stepMinutes, leadTime, utcOffsetMinutes }: OpeningHours,
): number[] {
  const slots: number[] = [];
  for (let minute = firstMinute; minute <= lastEndMinute - durationMinutes; minute += stepMinutes) {
    if (instantAt(date, minute, utcOffsetMinutes) >= now + leadTime) slots.push(minute);
  }
  return slots;
}

/** The visit that begins at a minute of a day at the place. */
export function visitAt(
  date: string,
  minute: number,
  durationMinutes: number,
  utcOffsetMinutes: number,
): Visit {
  const startsAt = instantAt(date, minute, utcOffsetMinutes);
  return {
    date,
    time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + durationMinutes * MINUTE).toISOString(),
  };
}

/** The days at the place that may be booked now: today and so many more. */
export function bookableDays(
  now: number,
  daysAhead: number,
  utcOffsetMinutes: number,
): { readonly first: string; readonly last: string } {
  return {
    first: dateAt(now, utcOffsetMinutes),
    last: dateAt(now + daysAhead * DAY, utcOffsetMinutes),
  };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
