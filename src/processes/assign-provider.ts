import { isoNow } from "../kernel/clock.js";
import { defineProcess, send, type Instruction } from "../kernel/process.js";
import { bookings } from "../modules/booking/booking.js";
import type { BookingEvent } from "../modules/booking/events.js";
import { isLive } from "../modules/booking/live-offer.js";
import { needOf, nextProvider } from "../modules/booking/next-provider.js";
import type { Ports } from "./ports.js";

/**
 * Finds a provider once a booking is paid for, or confirmed as cash, and again when one declines
 * or does not answer (Minuteserv, Partner Assignment System). Offers are made one after another,
 * each on a read model that shows the one before, so nobody is offered two visits at once.
 */
export const assignProvider = defineProcess<BookingEvent, Ports>({
  name: "assign-provider",
  on: {
    BookingOpenedForAssignment: (event, ports) => assign(event, ports),
    OfferDeclined: (event, ports) => assign(event, ports),
    OfferExpired: (event, ports) => assign(event, ports),
  },
});

async function assign(
  event: {
    readonly data: { readonly bookingId: string };
    readonly metadata: { readonly marketplace: string };
  },
  ports: Ports,
): Promise<readonly Instruction[]> {
  const { marketplace } = event.metadata;
  const booking = await ports.commands.load(bookings, event.data.bookingId);
  if (
    booking === null ||
    booking.visit === null ||
    booking.status !== "open" ||
    booking.offers.some(isLive)
  )
    return [];
  const need = needOf(booking);
  const near = need === undefined ? [] : await ports.candidates(marketplace, need);
  const settings = await ports.settings(marketplace);
  const command = nextProvider(booking, near, {
    maxAttempts: ports.rules(marketplace).maxOffers,
    minutesToRespond: settings.minutesToRespond,
    sharePercent: settings.providerSharePercent,
    at: isoNow(ports.clock),
    replace: false,
  });
  return [send(bookings, booking.bookingId, command)];
}
