import { DAY, MINUTE } from "../../kernel/clock.js";
import type { Visit } from "./facts.js";

/** Wall time at the place; days from 1 = Monday to 7, as ISO 8601 counts them. */
export interface WorkingHours {
  /** `08:00` */
  readonly start: string;
  readonly end: string;
  readonly days: readonly number[];
}

/** The start and the end of a visit that is taken already, as instants. */
export type TakenTime = readonly [string, string];

/** Whether the whole visit lies within the working hours of its weekday. */
export function worksThrough(hours: WorkingHours, visit: Visit): boolean {
  const start = minuteOfDay(visit.time);
  const end = start + (Date.parse(visit.endsAt) - Date.parse(visit.startsAt)) / MINUTE;
  return (
    hours.days.includes(weekdayOf(visit.date)) &&
    minuteOfDay(hours.start) <= start &&
    end <= minuteOfDay(hours.end)
  );
}

/** Whether none of the taken times overlaps the visit; touching ends are free. */
export function isFree(taken: readonly TakenTime[], visit: Visit): boolean {
  const from = Date.parse(visit.startsAt);
  const to = Date.parse(visit.endsAt);
  return taken.every(([start, end]) => Date.parse(start) >= to || Date.parse(end) <= from);
}

/** The part of the visit's whole day that is working time and not taken, from 0 to 1. */
export function freePartOfDay(
  hours: WorkingHours,
  taken: readonly TakenTime[],
  visit: Visit,
): number {
  const midnight = Date.parse(visit.startsAt) - minuteOfDay(visit.time) * MINUTE;
  const opens = midnight + minuteOfDay(hours.start) * MINUTE;
  const closes = midnight + minuteOfDay(hours.end) * MINUTE;
  const busy = taken.map(([start, end]) =>
    Math.max(0, Math.min(Date.parse(end), closes) - Math.max(Date.parse(start), opens)),
  );
  const free = closes - opens - busy.reduce((all, one) => all + one, 0);
  return Math.max(0, free) / DAY;
}

/** `10:30` or `10:30:00` as minutes after midnight. */
function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
