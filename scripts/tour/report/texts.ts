import { MINUTE } from "../../../src/kernel/clock.js";
import { UTC_OFFSET_MINUTES } from "../../../src/markets/minuteserv/policy.js";

const rupees = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** 1771.2 → `1,771.20`; nothing for nothing, so that the eye finds what is there. */
export function money(amount: number | string): string {
  const value = Number(amount);
  return value === 0 ? "" : rupees.format(value);
}

/** `18:50` at the market's place. */
export function timeOfDay(iso: string): string {
  const local = Date.parse(iso) + UTC_OFFSET_MINUTES * MINUTE;
  return new Date(local).toISOString().slice(11, 16);
}

const UUID = /([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Ids cut to their first eight digits. */
export function shortIds(text: string): string {
  return text.replaceAll(UUID, "$1…");
}

/** Ids left out: `liability:booking:*:escrow`. */
export function withoutIds(text: string): string {
  return text.replaceAll(UUID, "*");
}
