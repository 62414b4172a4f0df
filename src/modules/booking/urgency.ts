/** From how many milliseconds before a visit on its assignment is how urgent. */
export interface UrgencyStep {
  readonly within: number;
  readonly urgency: number;
}

/** Of a visit that is further away than every step. */
const LEAST_URGENT = 1;

/** When visits of one urgency begin: later than `after`, no later than `until`; ISO 8601. */
export interface UrgencySpan {
  readonly after?: string;
  readonly until?: string;
}

/** The visits that `urgencyOf` gives this urgency; undefined where it gives it to none. */
export function spanOfUrgency(
  urgency: number,
  now: number,
  steps: readonly UrgencyStep[],
): UrgencySpan | undefined {
  const found = steps.findIndex((step) => step.urgency === urgency);
  if (found < 0 && urgency !== LEAST_URGENT) return undefined;
  const index = found < 0 ? steps.length : found;
  const [nearer, own] = [steps[index - 1], steps[index]];
  return {
    ...(nearer && { after: new Date(now + nearer.within).toISOString() }),
    ...(own && { until: new Date(now + own.within).toISOString() }),
  };
}

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
