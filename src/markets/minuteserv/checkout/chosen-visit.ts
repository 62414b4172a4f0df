import type { App } from "../../../kernel/app.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import type { Visit } from "../../../modules/booking/facts.js";
import { invalid } from "../refusals.js";
import { openSlots } from "../../../modules/booking/slots.js";
import { OPENING } from "../policy.js";
import { bookableDay, minuteOfDay, visitOf } from "../visit.js";
import type { Confirmation } from "./confirm-body.js";

/** The slot that was asked for, if it is among those that are offered (checkout.10). */
export async function chosenVisit(
  app: App,
  asked: Pick<Confirmation, "booking_date" | "booking_time">,
  durationMinutes: number,
): Promise<Visit | Rejection> {
  const day = await bookableDay(app, asked.booking_date);
  if (isRejection(day)) return day;
  const minute = minuteOfDay(asked.booking_time);
  if (minute === undefined) return invalid("booking_time", "must be a time such as 10:00 AM");
  if (!openSlots(day, durationMinutes, app.clock.now(), OPENING).includes(minute)) {
    return invalid("booking_time", "is not among the available time slots");
  }
  return visitOf(day, minute, durationMinutes);
}
