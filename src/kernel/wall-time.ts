import { MINUTE } from "./clock.js";

/** The calendar day, `2024-01-20`, at a place that is so many minutes ahead of UTC. */
export function dateAt(instant: number, utcOffsetMinutes: number): string {
  return new Date(instant + utcOffsetMinutes * MINUTE).toISOString().slice(0, 10);
}

/** The instant, in milliseconds, of a minute of a calendar day at such a place. */
export function instantAt(date: string, minuteOfDay: number, utcOffsetMinutes: number): number {
  return Date.parse(`${date}T00:00:00Z`) + (minuteOfDay - utcOffsetMinutes) * MINUTE;
}
