const DAY = 86_400_000;

/** Razorpay counts its days in India, which is so far ahead of UTC. */
const OFFSET = 330 * 60_000;

/** Settlements go out at ten in the morning there. */
const HOUR_OF_SETTLEMENT = 10 * 3_600_000;

/** The calendar day in India, as days since the epoch. */
function dayOf(at: number): number {
  return Math.floor((at + OFFSET) / DAY);
}

/** Monday to Friday; the pretended banks keep no holidays. */
function isBusinessDay(day: number): boolean {
  const weekday = new Date(day * DAY).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * When what happened at an instant is settled: in the morning, so many business days later.
 *
 * @param at milliseconds since the epoch
 */
export function settlementTime(at: number, businessDays: number): number {
  let day = dayOf(at);
  for (let left = businessDays; left > 0;) {
    day += 1;
    if (isBusinessDay(day)) left -= 1;
  }
  return day * DAY + HOUR_OF_SETTLEMENT - OFFSET;
}

/** The settlement of a day, `2024-01-22`, whether or not it is a business day. */
export function settlementOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) + HOUR_OF_SETTLEMENT - OFFSET;
}
