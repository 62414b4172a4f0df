import { DAY, HOUR, MINUTE } from "../../kernel/clock.js";
import type { DailyJob } from "../../kernel/daily-job.js";
import { dateAt } from "../../kernel/wall-time.js";

type Place = Pick<DailyJob, "hour" | "utcOffsetMinutes">;

/** The first instant after the given one at which the job is due. */
export function nextDue({ hour, utcOffsetMinutes }: Place, after: number): number {
  const offset = hour * HOUR - utcOffsetMinutes * MINUTE;
  return Math.floor((after - offset) / DAY) * DAY + DAY + offset;
}

/** The calendar day at the job's place that had ended by the instant, `2024-01-20`. */
export function dayEndedBy({ utcOffsetMinutes }: Place, instant: number): string {
  return dateAt(instant - DAY, utcOffsetMinutes);
}
