import type { App } from "../../../kernel/app.js";
import { visitsWithCapacity } from "../../../modules/booking/capacity.js";
import { partnersNear } from "../../../../projections/assignment-candidates.js";
import { MARKETPLACE } from "../policy.js";
import type { Preview } from "../preview.js";
import { openSlots, visitOf } from "../visit.js";

/** Where the visit is to be; null and undefined where that is not known. */
interface Place {
  readonly lat: number | null;
  readonly lng: number | null;
}

/**
 * Starts that are offered, in minutes after midnight: lead time and opening hours, and for a known
 * position partners who are free (Prepare Checkout). What is offered is not held: a confirmation
 * is taken within opening hours, and the Auto-Assignment Algorithm finds somebody or asks staff.
 */
export async function freeSlots(
  app: App,
  date: string,
  { durationMinutes, lines }: Preview,
  place: Place | null,
): Promise<readonly number[]> {
  const open = openSlots(date, durationMinutes, app.clock.now());
  const visits = open.map((minute) => ({ ...visitOf(date, minute, durationMinutes), minute }));
  const [first, last] = [visits.at(0), visits.at(-1)];
  if (place === null || place.lat === null || place.lng === null) return open;
  if (first === undefined || last === undefined) return open;
  const position = { lat: place.lat, lng: place.lng };
  const span = { from: first.startsAt, to: last.endsAt };
  const need = {
    categories: [...new Set(lines.map(({ category }) => category))],
    tiers: [...new Set(lines.map(({ tier }) => tier))],
    position,
    excluded: [],
  };
  const near = await partnersNear(app.reads, MARKETPLACE, need, span);
  return visitsWithCapacity(need, near, visits).map(({ minute }) => minute);
}
