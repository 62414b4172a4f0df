import { HOUR } from "../../../kernel/clock.js";

/** From how many hours before a visit on its assignment is how urgent. */
const STEPS = [
  { within: 2 * HOUR, urgency: 5 },
  { within: 6 * HOUR, urgency: 4 },
  { within: 24 * HOUR, urgency: 3 },
  { within: 72 * HOUR, urgency: 2 },
] as const;

/** 1 to 5, the highest for visits that are close or overdue (Get Assignment Queue, `priority`). */
export function urgencyOf(startsAt: string, now: number): number {
  const left = Date.parse(startsAt) - now;
  return STEPS.find(({ within }) => left <= within)?.urgency ?? 1;
}
