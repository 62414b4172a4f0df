import { MINUTE } from "../../src/kernel/clock.js";
import { bookings } from "../../src/modules/booking/booking.js";
import type { OfferToProvider } from "../../src/modules/booking/commands.js";
import { DEFAULT_SETTINGS, MAX_OFFERS } from "../../src/markets/minuteserv/policy.js";
import type { Pause, Story } from "./agenda.js";
import type { Person } from "./people.js";
import { partnerActor, type Stay } from "./stay.js";

/** Share of first offers that are declined, in percent. */
const DECLINED = 12;

/** What the booking's partners are offered: the first of them, or the second after a refusal. */
export function offerTo(stay: Stay, place: 0 | 1, at: number): OfferToProvider {
  const { pen, partners, random } = stay;
  const distanceKm = random.between(1, 90) / 10;
  const distance = Number((5 / (5 + distanceKm)).toFixed(4));
  const parts = { distance, rating: 0.9, availability: 1, reliability: 0.95 };
  const total = Number((0.4 * distance + 0.5625).toFixed(4));
  const respondBy = at + DEFAULT_SETTINGS.partner_assignment_timeout * MINUTE;
  return {
    type: "OfferToProvider",
    offerId: pen.id(`offer ${place}`),
    providerId: partners[place].id,
    by: "auto",
    score: { total, ...parts, distanceKm },
    sharePercent: 100 - DEFAULT_SETTINGS.commission_percentage,
    respondBy: new Date(respondBy).toISOString(),
    maxAttempts: MAX_OFFERS,
    replace: true,
  };
}

/** The first partner accepts, or declines and the second one accepts; gives who it is. */
export async function* accepted(
  stay: Stay,
  offeredAt: number,
): AsyncGenerator<Pause, Person, undefined> {
  const { pen, random, partners, bookingId } = stay;
  let at = offeredAt + random.between(2, 6) * MINUTE;
  const [first, second] = partners;
  yield at;
  const declines = random.percent(DECLINED);
  if (declines) {
    await pen.write(
      bookings,
      bookingId,
      { at, actor: partnerActor(first) },
      { type: "DeclineOffer", providerId: first.id, reason: "Another visit takes longer" },
      offerTo(stay, 1, at),
    );
    at += random.between(1, 8) * MINUTE;
    yield at;
  }
  const provider = declines ? second : first;
  await pen.write(
    bookings,
    bookingId,
    { at, actor: partnerActor(provider) },
    { type: "AcceptOffer", providerId: provider.id, at: new Date(at).toISOString() },
  );
  return provider;
}

/** As far as a story goes that has no use for the provider. */
export async function* acceptedBySomebody(stay: Stay, offeredAt: number): Story {
  yield* accepted(stay, offeredAt);
}
