import { defineAggregate } from "../../kernel/decider.js";
import { reject } from "../../kernel/rejection.js";
import { accept, confirmByStaff, decline } from "./answers.js";
import { applyPayment } from "./applied-payment.js";
import { cancel } from "./cancellation.js";
import { noteChargeback } from "./charge-back.js";
import type { BookingCommand, StandingBookingCommand } from "./commands.js";
import { complete } from "./completion.js";
import { bookingEvents, type BookingEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { payInstalment } from "./instalments.js";
import { expire, offer, queue } from "./offers.js";
import type { Outcome } from "./outcome.js";
import { place } from "./placing.js";
import { rate } from "./rating.js";
import { grantRefund } from "./refund.js";
import type { BookingState, InstalmentBooking, VisitBooking } from "./state.js";
import { arrive, depart, start } from "./visit.js";

function decide(command: BookingCommand, state: BookingState): Outcome {
  if (command.type === "PlaceBooking") return place(command, state);
  if (state === null) return reject("not_found", "booking_unknown", "There is no such booking.");
  return state.visit === null ? decideInstalments(command, state) : decideVisit(command, state);
}

function decideInstalments(command: StandingBookingCommand, booking: InstalmentBooking): Outcome {
  switch (command.type) {
    case "PayInstalment":
      return payInstalment(command, booking);
    case "CancelBooking":
      return cancel(command, booking);
    default:
      return reject("conflict", "without_visit", "Nobody comes for this booking.");
  }
}

function decideVisit(command: StandingBookingCommand, booking: VisitBooking): Outcome {
  switch (command.type) {
    case "PayInstalment":
      return reject("conflict", "not_in_instalments", "The booking is paid in one payment.");
    case "ApplyPayment":
      return applyPayment(command, booking);
    case "OfferToProvider":
      return offer(command, booking);
    case "QueueForManualAssignment":
      return queue(command, booking);
    case "AcceptOffer":
      return accept(command, booking);
    case "DeclineOffer":
      return decline(command, booking);
    case "ExpireOffer":
      return expire(command, booking);
    case "ConfirmByStaff":
      return confirmByStaff(command, booking);
    case "DepartToCustomer":
      return depart(command, booking);
    case "ArriveAtCustomer":
      return arrive(command, booking);
    case "StartService":
      return start(command, booking);
    case "CompleteBooking":
      return complete(command, booking);
    case "CancelBooking":
      return cancel(command, booking);
    case "GrantRefund":
      return grantRefund(command, booking);
    case "NoteChargeback":
      return noteChargeback(command, booking);
    case "RateBooking":
      return rate(command, booking);
  }
}

/**
 * One stream a booking, `booking-<uuid>`: priced, paid, assigned, carried out, given back. Whether
 * somebody comes and one payment pays, or nobody comes and instalments do, its terms say.
 */
export const bookings = defineAggregate<BookingCommand, BookingState, BookingEvent>({
  category: "booking",
  events: bookingEvents,
  initial: null,
  decide,
  evolve,
});
