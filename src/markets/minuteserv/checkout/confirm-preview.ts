import { addressOf } from "../../../../projections/addresses.js";
import type { App } from "../../../kernel/app.js";
import { callerId } from "../../../kernel/caller.js";
import { isoNow } from "../../../kernel/clock.js";
import { deriveId } from "../../../kernel/ids.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import { bookings } from "../../../modules/booking/booking.js";
import type { BookingPlaced } from "../../../modules/booking/events.js";
import { paymentTerms } from "../../../use-cases/payment-terms.js";
import { placeBooking } from "../../../use-cases/place-booking.js";
import { placeOf } from "../../../use-cases/place-of-address.js";
import type { PricedOrder } from "../../../use-cases/price-order.js";
import { redeemPromotion } from "../../../use-cases/redeem-promotion.js";
import { BOOKING_NUMBERS, numberOfToday } from "../day-numbers.js";
import { LEAST_ONLINE, PREVIEW, PRICING, REDEMPTION_HOLD } from "../policy.js";
import { invalid, notFound } from "../refusals.js";
import { chosenVisit } from "./chosen-visit.js";
import type { Confirmation } from "./confirm-body.js";

const REDEEMING = { pricing: PRICING, hold: REDEMPTION_HOLD };

/**
 * Turns a preview into a booking (Checkout, Confirm Booking; Payment Flow).
 *
 * The steps stand in the order in which a crash between them does least harm: the promo use is
 * taken first and goes back by itself, the gateway's order costs nothing, the booking's own event
 * carries all that the payment needs. Every id is derived from the preview, so it books once.
 */
export async function confirmPreview(
  app: App,
  asked: Confirmation,
): Promise<BookingPlaced | Rejection> {
  const bookingId = deriveId("minuteserv-booking", asked.preview_id);
  if ((await app.load(bookings, bookingId)) !== null) return bookedBefore(app, bookingId);
  const preview = await app.drafts.get<PricedOrder>(PREVIEW, asked.preview_id, callerId(app));
  if (preview === undefined) return notFound("Checkout preview");
  if (asked.payment_method === "online" && preview.pricing.total < LEAST_ONLINE) {
    return invalid("payment_method", "there is nothing to pay online; choose cash");
  }
  const visit = await chosenVisit(app, asked, preview.durationMinutes);
  if (isRejection(visit)) return visit;
  const address = await addressOf(app.reads, callerId(app), asked.address_id);
  if (address === undefined) return notFound("Address");
  const refused = await redeemPromotion(app, preview, bookingId, REDEEMING);
  if (refused !== undefined) return refused;
  const number = await numberOfToday(app, BOOKING_NUMBERS);
  const { total, currency } = preview.pricing;
  const toBePaid = { bookingId, number, total, currency };
  return placeBooking(app, {
    bookingId,
    number,
    customerId: callerId(app),
    placedAt: isoNow(app.clock),
    lines: preview.lines,
    pricing: preview.pricing,
    visit,
    payment: await paymentTerms(app, asked.payment_method, toBePaid),
    promoCode: preview.promotion?.code ?? null,
    policyAccepted: asked.cancellation_policy_accepted,
    contact: {
      name: asked.customer_name,
      phone: asked.customer_phone,
      email: asked.customer_email ?? null,
    },
    place: placeOf(address),
  });
}

/**
 * A repeat of the very request that booked, its answer lost in a crash, gets the booking, even
 * when the preview has expired since; to any other request the preview is used up.
 */
async function bookedBefore(app: App, bookingId: string): Promise<BookingPlaced | Rejection> {
  const [first] = await app.history(bookings, bookingId);
  const placed = first?.data as BookingPlaced;
  if (placed.customerId !== callerId(app)) return notFound("Checkout preview");
  return placeBooking(app, placed);
}
