import type { App } from "../../kernel/app.js";
import type { Rejection } from "../../kernel/rejection.js";
import { dateAt } from "../../kernel/wall-time.js";
import type { Visit } from "../../modules/booking/facts.js";
import { bookableDays, visitAt } from "../../modules/booking/slots.js";
import { UTC_OFFSET_MINUTES } from "./policy.js";
import { invalid } from "./refusals.js";
import { currentSettings } from "./settings.js";

/** The calendar day at the market's place. */
export function localDate(instant: number): string {
  return dateAt(instant, UTC_OFFSET_MINUTES);
}

export function visitOf(date: string, minute: number, durationMinutes: number): Visit {
  return visitAt(date, minute, durationMinutes, UTC_OFFSET_MINUTES);
}

/** `10:00 AM` or `10:00[:00]` to minutes after midnight; undefined for what is no time. */
export function minuteOfDay(time: string): number | undefined {
  const twelve = /^(0?[1-9]|1[0-2]):([0-5]\d) ?(AM|PM)$/i.exec(time);
  if (twelve !== null) {
    const hour = (Number(twelve[1]) % 12) + (twelve[3]?.toUpperCase() === "PM" ? 12 : 0);
    return hour * 60 + Number(twelve[2]);
  }
  const full = /^([01]\d|2[0-3]):([0-5]\d)(?::00)?$/.exec(time);
  return full === null ? undefined : Number(full[1]) * 60 + Number(full[2]);
}

/** 480 → `08:00 AM`, as Prepare Checkout lists slots. */
export function slotLabel(minute: number): string {
  const hour = Math.floor(minute / 60);
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return `${two(twelve)}:${two(minute % 60)} ${hour < 12 ? "AM" : "PM"}`;
}

/** The day asked for, today if none; refused before today and beyond the window (checkout.09). */
export async function bookableDay(
  app: App,
  asked: string | undefined,
): Promise<string | Rejection> {
  const { max_booking_advance_days: days } = await currentSettings(app);
  const { first, last } = bookableDays(app.clock.now(), days, UTC_OFFSET_MINUTES);
  const day = asked ?? first;
  if (day < first) return invalid("booking_date", "must not be in the past");
  if (day > last) return invalid("booking_date", `must be at most ${days} days ahead`);
  return day;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
