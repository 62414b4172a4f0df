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

/** A visit worked out once for many comparisons; instants in milliseconds. */
export interface VisitTime {
  readonly weekday: number;
  /** The instant at which the day begins at the place. */
  readonly midnight: number;
  readonly from: number;
  readonly to: number;
}

/** A provider's day around a visit. */
export interface Day {
  /** The whole visit lies within the working hours of its weekday. */
  readonly works: boolean;
  /** Nothing taken overlaps the visit; touching ends are free. */
  readonly free: boolean;
  /** The part of the whole day that is working time and not taken, from 0 to 1. */
  readonly freePart: number;
}

export function visitTime({ date, time, startsAt, endsAt }: Visit): VisitTime {
  const from = Date.parse(startsAt);
  const midnight = from - sinceMidnight(time);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return { weekday, midnight, from, to: Date.parse(endsAt) };
}

export function dayAround(visit: VisitTime, hours: WorkingHours, taken: readonly TakenTime[]): Day {
  const opens = visit.midnight + sinceMidnight(hours.start);
  const closes = visit.midnight + sinceMidnight(hours.end);
  const inHours = opens <= visit.from && visit.to <= closes;
  let free = true;
  let left = closes - opens;
  for (const [start, end] of taken) {
    const from = Date.parse(start);
    const to = Date.parse(end);
    if (from < visit.to && to > visit.from) free = false;
    left -= Math.max(0, Math.min(to, closes) - Math.max(from, opens));
  }
  const works = inHours && hours.days.includes(visit.weekday);
  return { works, free, freePart: Math.max(0, left) / DAY };
}

/** `10:30` or `10:30:00` in milliseconds after midnight. */
export function sinceMidnight(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE;
}
