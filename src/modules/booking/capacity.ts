import { canServe, type Candidate, type Need } from "./assignment.js";
import type { Visit } from "./facts.js";
import { dayAround, visitTime } from "./working-day.js";

/**
 * Those of the visits for which somebody eligible is free (Minuteserv, Prepare Checkout, "time
 * slots", with the Auto-Assignment Algorithm's "Available at booking time" and "Not overbooked").
 *
 * Where nobody near serves such an order at all, every visit stays: the booking is then left to
 * manual assignment, as the algorithm's fourth step says, and would be at any hour.
 */
export function visitsWithCapacity<V extends Visit>(
  need: Omit<Need, "visit">,
  candidates: readonly Candidate[],
  visits: readonly V[],
): readonly V[] {
  const able = candidates.filter((candidate) => canServe(candidate, need));
  if (able.length === 0) return visits;
  return visits.filter((visit) => {
    const time = visitTime(visit);
    return able.some(({ workingHours, taken }) => {
      const { works, free } = dayAround(time, workingHours, taken);
      return works && free;
    });
  });
}
