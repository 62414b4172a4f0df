import type { App } from "../../kernel/app.js";
import { DAY, MINUTE } from "../../kernel/clock.js";
import type { Rejection } from "../../kernel/rejection.js";
import type { Visit } from "../../modules/booking/facts.js";
import { LEAD_TIME, SLOTS, UTC_OFFSET_MINUTES } from "./policy.js";
import { invalid } from "./refusals.js";
import { currentSettings } from "./settings.js";

/** The calendar day at the market's place. */
export function localDate(instant: number): string {
  return new Date(instant + UTC_OFFSET_MINUTES * MINUTE).toISOString().slice(0, 10);
}

/** The instant of a wall time at the market's place. */
export function instantOf(date: string, minuteOfDay: number): number {
  return Date.parse(`${date}T00:00:00Z`) + (minuteOfDay - UTC_OFFSET_MINUTES) * MINUTE;
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

/** Starts on that day that leave time to get there and end within opening hours, in minutes. */
export function openSlots(date: string, durationMinutes: number, now: number): number[] {
  const slots: number[] = [];
  const last = SLOTS.lastEndMinute - durationMinutes;
  for (let minute = SLOTS.firstMinute; minute <= last; minute += SLOTS.stepMinutes) {
    if (instantOf(date, minute) >= now + LEAD_TIME) slots.push(minute);
  }
  return slots;
}

/** The day asked for, today if none; refused before today and beyond the window (checkout.09). */
export async function bookableDay(
  app: App,
  asked: string | undefined,
): Promise<string | Rejection> {
  const now = app.clock.now();
  const today = localDate(now);
  const { max_booking_advance_days: days } = await currentSettings(app);
  const day = asked ?? today;
  if (day < today) return invalid("booking_date", "must not be in the past");
  if (day > localDate(now + days * DAY)) {
    return invalid("booking_date", `must be at most ${days} days ahead`);
  }
  return day;
}

export function visitOf(date: string, minute: number, durationMinutes: number): Visit {
  const startsAt = instantOf(date, minute);
  return {
    date,
    time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + durationMinutes * MINUTE).toISOString(),
  };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
