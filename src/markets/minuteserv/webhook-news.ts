import { toMajor } from "../../kernel/money.js";
import type { BookingEvent } from "../../modules/booking/events.js";
import { isLive } from "../../modules/booking/live-offer.js";
import type { BookingState, VisitBooking } from "../../modules/booking/state.js";
import { documentStatus } from "./vocabulary.js";

interface News {
  readonly event: string;
  readonly data: object;
}

/**
 * What the market's subscribers are told of an event (Minuteserv, Custom Webhooks), each once a
 * transition: accepting tells `partner.accepted` and then `booking.confirmed` (event.03), and what
 * is confirmed already is not confirmed again. Persons are told of by their ids alone.
 */
export function webhookNews(
  event: BookingEvent,
  before: BookingState,
  after: VisitBooking,
): readonly News[] {
  const data = about(after);
  const confirmed = before?.status !== "confirmed" && after.status === "confirmed";
  const confirmation = confirmed ? [{ event: "booking.confirmed", data }] : [];
  switch (event.type) {
    case "BookingPlaced":
      return [{ event: "booking.created", data }];
    case "ProviderOffered": {
      const { attempt, respondBy: respond_by } = event.data;
      return [{ event: "partner.assigned", data: { ...data, attempt, respond_by } }];
    }
    case "OfferAccepted":
      return [{ event: "partner.accepted", data }, ...confirmation];
    case "BookingConfirmedByStaff":
      return confirmation;
    case "BookingCompleted": {
      const { completedAt, split } = event.data;
      const partner_earnings = toMajor(split.providerShare);
      const more = { completed_at: completedAt, partner_earnings };
      return [{ event: "booking.completed", data: { ...data, ...more } }];
    }
    case "BookingCancelled": {
      const { by: cancelled_by, fee, refund } = event.data;
      const money = { cancellation_fee: toMajor(fee), refund_amount: toMajor(refund) };
      return [{ event: "booking.cancelled", data: { ...data, cancelled_by, ...money } }];
    }
    default:
      return [];
  }
}

function about(booking: VisitBooking) {
  const held = booking.offers.at(-1);
  return {
    booking_id: booking.bookingId,
    booking_number: booking.number,
    status: documentStatus(booking.status),
    user_id: booking.customerId,
    partner_id: held?.status === "completed" || isLive(held) ? held.providerId : null,
    booking_date: booking.visit.date,
    booking_time: booking.visit.time,
    payment_method: booking.payment.method,
    grand_total: toMajor(booking.pricing.total),
    currency: booking.pricing.currency,
  };
}
