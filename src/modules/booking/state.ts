import type { IdMap } from "../../kernel/id-map.js";
import type { Minor } from "../../kernel/money.js";
import type { BookingPlaced } from "./events.js";
import type { InstalmentTerms, PaymentTerms, Split, Visit } from "./facts.js";

/**
 * The core's words; each market prints its own. `open` is the assignment stage, whether or not
 * a provider holds an offer (Minuteserv, `partner_assigned`).
 */
export type BookingStatus =
  "placed" | "open" | "confirmed" | "in_progress" | "completed" | "cancelled" | "refunded";

export type OfferStatus =
  | "assigned"
  | "accepted"
  | "in_transit"
  | "arrived"
  | "completed"
  | "declined"
  | "expired"
  | "withdrawn";

export interface Offer {
  readonly offerId: string;
  readonly providerId: string;
  readonly by: "auto" | "staff";
  readonly sharePercent: number;
  readonly respondBy: string;
  readonly status: OfferStatus;
}

/** Money on its way back to the customer, for whatever cause. */
export interface GrantedRefund {
  readonly refundId: string;
  readonly amount: Minor;
}

type Terms = Pick<
  BookingPlaced,
  "bookingId" | "number" | "customerId" | "placedAt" | "lines" | "pricing"
>;

/** What is true of every booking, with a visit or without. */
export interface Booking extends Terms {
  readonly status: BookingStatus;
  /** Null where the booking is paid in instalments. */
  readonly payment: PaymentTerms | null;
  /** Every offer ever made, oldest first; only the last can be live. */
  readonly offers: readonly Offer[];
  /** Waits for staff to find a provider. */
  readonly queued: boolean;
  /** What the customer has paid in all; null until the money arrived. */
  readonly paid: Minor | null;
  readonly refunds: readonly GrantedRefund[];
  /** Those that were lost. */
  readonly chargebacks: readonly { readonly chargebackId: string; readonly amount: Minor }[];
  /** Kept of a cancelled booking's money. */
  readonly fee: Minor;
  /** How the money was split at completion, and what had been refunded before it. */
  readonly settled: { readonly split: Split; readonly refundedBefore: Minor } | null;
  readonly rating: number | null;
}

/** A provider comes, and one payment pays for it. */
export interface VisitBooking extends Booking {
  readonly visit: Visit;
  readonly payment: PaymentTerms;
  /** For distances; null where the address has no coordinates. */
  readonly location: { readonly lat: number; readonly lng: number } | null;
}

/** Nobody comes; it is paid bit by bit. */
export interface InstalmentBooking extends Booking {
  readonly serial: number;
  readonly visit: null;
  readonly payment: null;
  readonly instalments: InstalmentTerms;
  /** Every instalment by its payment's id, so that a repeat is known. */
  readonly paidBy: IdMap<Minor>;
}

/** Null until it is placed. */
export type BookingState = VisitBooking | InstalmentBooking | null;
