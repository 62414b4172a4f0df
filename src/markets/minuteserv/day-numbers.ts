import type { App } from "../../kernel/app.js";
import { numberOfDay, type DayNumbering } from "../../kernel/day-number.js";
import { MARKETPLACE } from "./policy.js";
import { localDate } from "./visit.js";

/** `BK-20240120-123456`: the day of booking and that day's running number (checkout.15). */
export const BOOKING_NUMBERS: DayNumbering = {
  prefix: "BK",
  sequence: `${MARKETPLACE}-booking`,
  digits: 6,
};

/** `PO-20240120-001` (payout.01). */
export const PAYOUT_NUMBERS: DayNumbering = {
  prefix: "PO",
  sequence: `${MARKETPLACE}-payout`,
  digits: 3,
};

/** The next number of today. */
export function numberOfToday(app: App, numbering: DayNumbering): Promise<string> {
  return numberOfDay(app.numbers, app.envelope, numbering, localDate(app.clock.now()));
}
