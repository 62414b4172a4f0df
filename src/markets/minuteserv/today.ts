import { MINUTE, type Clock } from "../../kernel/clock.js";
import { UTC_OFFSET_MINUTES } from "./policy.js";

/** The day at the market's place, `YYYY-MM-DD`. */
export function today(clock: Clock): string {
  return new Date(clock.now() + UTC_OFFSET_MINUTES * MINUTE).toISOString().slice(0, 10);
}
