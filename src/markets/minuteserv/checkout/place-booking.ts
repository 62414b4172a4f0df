import type { App } from "../../../kernel/app.js";
import { isoNow } from "../../../kernel/clock.js";
import { deriveId } from "../../../kernel/ids.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import { accounts } from "../../../modules/account/account.js";
import { bookings } from "../../../modules/booking/booking.js";
import type { BookingPlaced } from "../../../modules/booking/events.js";
import type { Contact } from "../../../modules/booking/facts.js";
import { payments } from "../../../modules/payment/payment.js";
import { accountById } from "../../../../projections/accounts.js";
import { addressOf } from "../../../../projections/addresses.js";
import { callerId } from "../../../kernel/caller.js";
import { LEAST_ONLINE } from "../policy.js";
import { PREVIEW, type Preview } from "../preview.js";
import { invalid, notFound } from "../refusals.js";
import { bookingNumber } from "./booking-number.js";
import { chosenVisit } from "./chosen-visit.js";
import type { Confirmation } from "./confirm-body.js";
import { paymentTerms } from "./payment-terms.js";
import { placeOf } from "./place-of-address.js";
import { redeem } from "./redeem-promotion.js";

/**
 * Turns a preview into a booking (Checkout, Confirm Booking; Payment Flow).
 *
 * The steps stand in the order in which a crash between them does least harm: the promo use is
 * taken first and goes back by itself, the gateway's order costs nothing, the booking's own event
 * carries all that the payment needs. Every id is derived from the preview, so it books once.
 */
export async function placeBooking(
  app: App,
  asked: Confirmation,
): Promise<BookingPlaced | Rejection> {
  const bookingId = deriveId("minuteserv-booking", asked.preview_id);
  if ((await app.load(bookings, bookingId)) !== null) return bookedBefore(app, bookingId);
  const preview = await app.drafts.get<Preview>(PREVIEW, asked.preview_id, callerId(app));
  if (preview === undefined) return notFound("Checkout preview");
  if (asked.payment_method === "online" && preview.pricing.total < LEAST_ONLINE) {
    return invalid("payment_method", "there is nothing to pay online; choose cash");
  }
  const visit = await chosenVisit(app, asked, preview.durationMinutes);
  if (isRejection(visit)) return visit;
  const address = await addressOf(app.reads, callerId(app), asked.address_id);
  if (address === undefined) return notFound("Address");
  const redeemed = await redeem(app, preview, bookingId);
  if (isRejection(redeemed)) return redeemed;
  const number = await bookingNumber(app);
  const facts = { bookingId, number, total: preview.pricing.total };
  const placed: BookingPlaced = {
    bookingId,
    number,
    customerId: callerId(app),
    placedAt: isoNow(app.clock),
    lines: preview.lines,
    pricing: preview.pricing,
    visit,
    payment: await paymentTerms(app, asked.payment_method, facts),
    promoCode: preview.promotion?.code ?? null,
    policyAccepted: asked.cancellation_policy_accepted,
    contact: {
      name: asked.customer_name,
      phone: asked.customer_phone,
      email: asked.customer_email ?? null,
    },
    place: placeOf(address),
  };
  return record(app, placed);
}

/**
 * A repeat of the very request that booked, its answer lost in a crash, gets the booking, even
 * when the preview has expired since; to any other request the preview is used up.
 */
async function bookedBefore(app: App, bookingId: string): Promise<BookingPlaced | Rejection> {
  const [first] = await app.history(bookings, bookingId);
  const placed = first?.data as BookingPlaced;
  if (placed.customerId !== callerId(app)) return notFound("Checkout preview");
  return record(app, placed);
}

async function record(app: App, placed: BookingPlaced): Promise<BookingPlaced | Rejection> {
  const { bookingId, payment, pricing, contact } = placed;
  const done = await app.execute(bookings, bookingId, { type: "PlaceBooking", ...placed });
  if (isRejection(done)) return done;
  const opened = await app.execute(payments, payment.paymentId, {
    type: "RequestPayment",
    paymentId: payment.paymentId,
    bookingId,
    customerId: placed.customerId,
    amount: pricing.total,
    currency: pricing.currency,
    method: payment.method,
    gateway: payment.gateway,
    orderId: payment.orderId,
    receipt: placed.number,
  });
  if (isRejection(opened)) return opened;
  await completeProfile(app, placed.customerId, contact);
  const [event] = done.events;
  // A repeat of the request gets what its first try wrote, number and all.
  return event?.type === "BookingPlaced" ? (event.data as BookingPlaced) : placed;
}

/** A profile is only ever filled up, so one that is seen to be whole needs no look at the log. */
async function completeProfile(app: App, customerId: string, { name, email }: Contact) {
  const known = await accountById(app.reads, customerId);
  if (known !== undefined && known.name !== null && known.email !== null) return;
  const profile = { name, email };
  await app.execute(accounts, customerId, { type: "CompleteProfile", profile });
}
