/**
 * Work that is due once a day at a market's place, as data.
 *
 * It is never run by two at a time, but a crash may have it run again for the same day: a second
 * run must change nothing.
 */
export interface DailyJob {
  /** `reconciliation`; each market may have one of that name. */
  readonly name: string;
  readonly marketplace: string;
  /** The hour at the market's place from which it is due, 0 to 23. */
  readonly hour: number;
  readonly utcOffsetMinutes: number;
  /**
   * Throws what keeps it from its work; then it is tried again.
   *
   * @param day the calendar day there that has ended, `2024-01-20`
   * @returns what staff are shown of the run
   */
  run(day: string): Promise<object>;
}

/** How a daily job stands. */
export interface DailyJobStatus {
  readonly name: string;
  readonly marketplace: string;
  readonly hour: number;
  /** Business time, ISO 8601, as all that follow. In the past: it is due, or keeps failing. */
  readonly next_run_at: string;
  /** The day that the last run, successful or not, was for. */
  readonly last_day: string | null;
  readonly last_started_at: string | null;
  /** Of the last run that succeeded. */
  readonly last_ended_at: string | null;
  readonly last_result: object | null;
  /** Why the last run failed; null once one has succeeded. */
  readonly last_error: string | null;
  /** How often it has failed since it last succeeded. */
  readonly failures: number;
}
