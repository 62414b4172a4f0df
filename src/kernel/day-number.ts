import type { Envelope, Numbers } from "./commands.js";

/** How a contract prints numbers that begin anew every day. */
export interface DayNumbering {
  /** `BK` */
  readonly prefix: string;
  /** What counts by itself, for example `minuteserv-booking`; every day has its own sequence. */
  readonly sequence: string;
  /** Of the running number, at least. */
  readonly digits: number;
}

/**
 * `BK-20240120-000042`: a day and its running number.
 *
 * @param day the calendar day at the market's place, `2024-01-20`
 */
export async function numberOfDay(
  numbers: Numbers,
  envelope: Envelope,
  { prefix, sequence, digits }: DayNumbering,
  day: string,
): Promise<string> {
  const date = day.replaceAll("-", "");
  const number = await numbers.next(`${sequence}-${date}`, envelope);
  return `${prefix}-${date}-${String(number).padStart(digits, "0")}`;
}
