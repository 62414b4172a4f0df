import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { ERASED, personal, PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";
import type {
  AssignmentScore,
  BookedLine,
  CancelledBy,
  Contact,
  Gateway,
  InstalmentMethod,
  InstalmentTerms,
  PaymentTerms,
  Place,
  Pricing,
  RefundDestination,
  RefundLegs,
  Split,
  Visit,
} from "./facts.js";

interface About {
  readonly bookingId: string;
}

interface Offer extends About {
  readonly offerId: string;
  readonly providerId: string;
}

/** A booking with a visit, which one payment pays for. */
export interface BookingPlaced extends About {
  readonly number: string;
  readonly customerId: string;
  /** The free cancellation window counts from here. */
  readonly placedAt: string;
  readonly lines: readonly BookedLine[];
  readonly pricing: Pricing;
  readonly visit: Visit;
  readonly payment: PaymentTerms;
  readonly promoCode: string | null;
  readonly policyAccepted: boolean;
  readonly contact: Contact;
  readonly place: Place;
}

/** A booking that is paid in instalments and has no visit (EV Distribution, Create Booking). */
export interface InstalmentBookingPlaced extends About {
  readonly number: string;
  /** The whole number that its market prints as the booking's id. */
  readonly serial: number;
  readonly customerId: string;
  readonly placedAt: string;
  readonly lines: readonly BookedLine[];
  readonly pricing: Pricing;
  readonly instalments: InstalmentTerms;
  readonly visit: null;
  readonly payment: null;
  readonly contact: null;
  readonly place: null;
}

/** One payment of many; `paidInAll + remaining` is the booking's total. */
export interface InstalmentPaid extends About, Paid {
  readonly number: string;
  readonly serial: number;
  readonly customerId: string;
  /** The whole number that its market prints as the payment's id. */
  readonly paymentNumber: number;
  /** `TXN123456` as the payer reads it. */
  readonly transactionId: string;
  readonly method: InstalmentMethod;
  readonly paidInAll: Minor;
  readonly remaining: Minor;
  /** What the customer must have paid over all bookings to count as a buyer; null: no such rule. */
  readonly activateAt: Minor | null;
}

interface OfCustomer extends About {
  readonly number: string;
  readonly customerId: string;
}

export interface BookingPaidOff extends OfCustomer {
  readonly total: Minor;
  readonly currency: Currency;
}

export interface ProviderOffered extends Offer {
  /** From 1; the fourth offer is never made (Minuteserv, Partner Notification Flow). */
  readonly attempt: number;
  readonly by: "auto" | "staff";
  readonly score: AssignmentScore | null;
  /** Percent of the total that the provider earns, frozen with the offer. */
  readonly sharePercent: number;
  readonly respondBy: string;
}

export interface BookingCompleted extends Offer {
  readonly number: string;
  readonly customerId: string;
  readonly completedAt: string;
  readonly paidBy: "gateway" | "cash";
  readonly paymentId: string;
  readonly sharePercent: number;
  readonly split: Split;
}

export interface BookingCancelled extends About {
  readonly number: string;
  readonly customerId: string;
  /** The provider of the live offer, if any, and whether they had accepted it. */
  readonly providerId: string | null;
  readonly offerAccepted: boolean;
  /** Null where it was paid in instalments: the money then goes to the customer's wallet. */
  readonly paymentId: string | null;
  readonly by: CancelledBy;
  readonly reason: string;
  readonly currency: Currency;
  /** What was held of the customer's money; fee + refund = paid. */
  readonly paid: Minor;
  readonly fee: Minor;
  readonly refund: Minor;
  readonly refundId: string | null;
  readonly refundTo: RefundDestination;
  readonly gateway: Gateway | null;
}

export interface RefundGranted extends About {
  readonly refundId: string;
  readonly paymentId: string;
  readonly customerId: string;
  readonly providerId: string | null;
  readonly amount: Minor;
  readonly currency: Currency;
  readonly refundTo: RefundDestination;
  readonly gateway: Gateway | null;
  readonly reason: string;
  readonly notes: string | null;
  readonly legs: RefundLegs;
  /** Nothing of what was paid is left. */
  readonly full: boolean;
}

/** A lost chargeback has taken it of the booking's payment: nobody refunds it a second time. */
export interface BookingChargedBack extends About, Paid {
  readonly chargebackId: string;
}

export type BookingEvent =
  | { readonly type: "BookingPlaced"; readonly data: BookingPlaced | InstalmentBookingPlaced }
  | { readonly type: "InstalmentPaid"; readonly data: InstalmentPaid }
  | { readonly type: "BookingConfirmedByPayment"; readonly data: OfCustomer }
  | { readonly type: "BookingPaidOff"; readonly data: BookingPaidOff }
  | { readonly type: "BookingPaid"; readonly data: About & Paid }
  | { readonly type: "BookingOpenedForAssignment"; readonly data: About }
  | { readonly type: "ProviderOffered"; readonly data: ProviderOffered }
  | { readonly type: "OfferAccepted"; readonly data: Offer }
  | { readonly type: "OfferDeclined"; readonly data: Offer & Because }
  | { readonly type: "OfferExpired"; readonly data: Offer }
  | { readonly type: "OfferWithdrawn"; readonly data: Offer & Because }
  | { readonly type: "AssignmentQueued"; readonly data: About & Because & Attempts }
  | { readonly type: "BookingConfirmedByStaff"; readonly data: About & Notes }
  | { readonly type: "ProviderDeparted"; readonly data: Offer & Eta }
  | { readonly type: "ProviderArrived"; readonly data: Offer }
  | { readonly type: "ServiceStarted"; readonly data: Offer }
  | { readonly type: "BookingCompleted"; readonly data: BookingCompleted }
  | { readonly type: "BookingCancelled"; readonly data: BookingCancelled }
  | { readonly type: "LatePaymentReturned"; readonly data: LatePaymentReturned }
  | { readonly type: "RefundGranted"; readonly data: RefundGranted }
  | { readonly type: "BookingChargedBack"; readonly data: BookingChargedBack }
  // What was held still of money that was charged back: it makes the loss good.
  | { readonly type: "ChargebackCovered"; readonly data: About & Paid }
  | { readonly type: "BookingRated"; readonly data: BookingRated };

interface Because {
  readonly reason: string;
}

interface Attempts {
  readonly attempts: number;
}

interface Notes {
  readonly notes: string | null;
}

interface Eta {
  readonly estimatedArrival: string | null;
}

interface Paid {
  readonly paymentId: string;
  readonly amount: Minor;
  readonly currency: Currency;
}

/** Money that arrived when the booking was already cancelled: it goes straight back. */
export interface LatePaymentReturned extends About, Paid {
  readonly customerId: string;
  readonly refundId: string;
  readonly gateway: Gateway | null;
}

export interface BookingRated extends About {
  readonly customerId: string;
  readonly providerId: string;
  readonly rating: number;
  readonly feedback: string | null;
}

const ERASED_CONTACT: Contact = { name: ERASED, phone: ERASED, email: null };

const ERASED_PLACE: Place = {
  addressId: "00000000-0000-0000-0000-000000000000",
  name: ERASED,
  line1: ERASED,
  line2: null,
  city: ERASED,
  state: ERASED,
  pincode: ERASED,
  lat: null,
  lng: null,
};

export const bookingEvents: EventCatalogue<BookingEvent> = {
  BookingPlaced: personal("customerId", { contact: ERASED_CONTACT, place: ERASED_PLACE }),
  InstalmentPaid: PLAIN,
  BookingConfirmedByPayment: PLAIN,
  BookingPaidOff: PLAIN,
  BookingPaid: PLAIN,
  BookingOpenedForAssignment: PLAIN,
  ProviderOffered: PLAIN,
  OfferAccepted: PLAIN,
  OfferDeclined: PLAIN,
  OfferExpired: PLAIN,
  OfferWithdrawn: PLAIN,
  AssignmentQueued: PLAIN,
  BookingConfirmedByStaff: PLAIN,
  ProviderDeparted: PLAIN,
  ProviderArrived: PLAIN,
  ServiceStarted: PLAIN,
  BookingCompleted: PLAIN,
  BookingCancelled: PLAIN,
  LatePaymentReturned: PLAIN,
  RefundGranted: PLAIN,
  BookingChargedBack: PLAIN,
  ChargebackCovered: PLAIN,
  BookingRated: personal("customerId", { feedback: null }),
};
