import { partnersNear } from "../../projections/assignment-candidates.js";
import type { App } from "../kernel/app.js";
import { visitsWithCapacity } from "../modules/booking/capacity.js";
import { openSlots, visitAt, type OpeningHours } from "../modules/booking/slots.js";
import type { PricedOrder } from "./price-order.js";

/** Where the visit is to be; null and undefined where that is not known. */
interface Place {
  readonly lat: number | null;
  readonly lng: number | null;
}

/**
 * Starts that are offered, in minutes after midnight: lead time and opening hours, and for a known
 * position partners who are free (Minuteserv, Prepare Checkout). What is offered is not held: a
 * confirmation is taken within opening hours, and the Auto-Assignment Algorithm finds somebody or
 * asks staff.
 */
export async function freeSlots(
  app: App,
  date: string,
  { durationMinutes, lines }: Pick<PricedOrder, "durationMinutes" | "lines">,
  place: Place | null,
  opening: OpeningHours,
): Promise<readonly number[]> {
  const open = openSlots(date, durationMinutes, app.clock.now(), opening);
  const visits = open.map((minute) => ({
    ...visitAt(date, minute, durationMinutes, opening.utcOffsetMinutes),
    minute,
  }));
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
  const near = await partnersNear(app.reads, app.envelope.marketplace, need, span);
  return visitsWithCapacity(need, near, visits).map(({ minute }) => minute);
}
