/** From how many milliseconds before a visit on its assignment is how urgent. */
export interface UrgencyStep {
  readonly within: number;
  readonly urgency: number;
}

/** Of a visit that is further away than every step. */
const LEAST_URGENT = 1;

/**
 * How urgently a visit needs a provider, the more the closer it is; an overdue one is as urgent as
 * any (Minuteserv, Get Assignment Queue, `priority`).
 *
 * @param steps the nearest first
 */
export function urgencyOf(startsAt: string, now: number, steps: readonly UrgencyStep[]): number {
  const left = Date.parse(startsAt) - now;
  return steps.find(({ within }) => left <= within)?.urgency ?? LEAST_URGENT;
}
