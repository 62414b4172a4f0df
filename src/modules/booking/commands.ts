import type { Currency, Minor } from "../../kernel/money.js";
import type { BookingPlaced, InstalmentBookingPlaced } from "./events.js";
import type { AssignmentScore, CancelledBy, InstalmentMethod, RefundDestination } from "./facts.js";
import type { BookingStatus } from "./state.js";

/** Once a preview or request: the booking's id is derived from it. */
export type PlaceBooking = { readonly type: "PlaceBooking" } & (
  BookingPlaced | InstalmentBookingPlaced
);

/** Once a payment; a repeat changes nothing. */
export interface PayInstalment {
  readonly type: "PayInstalment";
  readonly paymentId: string;
  readonly paymentNumber: number;
  readonly transactionId: string;
  readonly amount: Minor;
  readonly method: InstalmentMethod;
}

/** The gateway has the money. A repeat changes nothing. */
export interface ApplyPayment {
  readonly type: "ApplyPayment";
  readonly paymentId: string;
  readonly amount: Minor;
  readonly currency: Currency;
  /** The id of the refund, should the booking be cancelled already. */
  readonly refundId: string;
}

/** A repeat of the same offer id changes nothing. */
export interface OfferToProvider {
  readonly type: "OfferToProvider";
  readonly offerId: string;
  readonly providerId: string;
  readonly by: "auto" | "staff";
  readonly score: AssignmentScore | null;
  /** Percent of the total that the provider is to earn. */
  readonly sharePercent: number;
  readonly respondBy: string;
  /** Binds automatic offers alone; staff may go on. */
  readonly maxAttempts: number;
  /** Withdraws a live offer first; without it a live offer refuses the new one. */
  readonly replace: boolean;
}

/** A repeat changes nothing. */
export interface QueueForManualAssignment {
  readonly type: "QueueForManualAssignment";
  readonly reason: string;
}

export interface AcceptOffer {
  readonly type: "AcceptOffer";
  readonly providerId: string;
  readonly at: string;
}

export interface DeclineOffer {
  readonly type: "DeclineOffer";
  readonly providerId: string;
  readonly reason: string;
}

/** Changes nothing once the offer is answered or gone. */
export interface ExpireOffer {
  readonly type: "ExpireOffer";
  readonly offerId: string;
  readonly at: string;
}

/** Confirms without the provider's answer; an unanswered offer counts as accepted. */
export interface ConfirmByStaff {
  readonly type: "ConfirmByStaff";
  readonly notes: string | null;
}

export interface DepartToCustomer {
  readonly type: "DepartToCustomer";
  readonly providerId: string;
  readonly estimatedArrival: string | null;
}

export interface ArriveAtCustomer {
  readonly type: "ArriveAtCustomer";
  readonly providerId: string;
  /** Policy: arriving begins the service. */
  readonly startsOnArrival: boolean;
}

export interface StartService {
  readonly type: "StartService";
  /** Null when staff act in place of the provider. */
  readonly providerId: string | null;
}

export interface CompleteBooking {
  readonly type: "CompleteBooking";
  /** Null when staff act in place of the provider. */
  readonly providerId: string | null;
  readonly completedAt: string;
  /** Policy: the share is taken of the whole, so that the tax comes out of the platform's part. */
  readonly taxBorneByPlatform: boolean;
}

/** What a cancellation costs and until when it is possible; data of the market. */
export interface CancellationPolicy {
  /** Minutes after placing during which cancelling is free. */
  readonly freeMinutes: number;
  /** Percent of the total thereafter. */
  readonly feePercent: number;
  readonly cancellableFrom: readonly BookingStatus[];
}

export interface CancelBooking {
  readonly type: "CancelBooking";
  readonly by: CancelledBy;
  readonly reason: string;
  readonly at: string;
  readonly policy: CancellationPolicy;
  /** Used only if something is refunded. */
  readonly refundId: string;
  readonly refundTo: RefundDestination;
  /** Staff's own figure in place of the fee rule; null follows the rule. */
  readonly refundAmount: Minor | null;
}

/** A repeat of the same refund id and amount changes nothing. */
export interface GrantRefund {
  readonly type: "GrantRefund";
  readonly refundId: string;
  readonly amount: Minor;
  readonly reason: string;
  readonly notes: string | null;
  readonly refundTo: RefundDestination;
}

/** The customer's bank took it back for good. A repeat of the same chargeback changes nothing. */
export interface NoteChargeback {
  readonly type: "NoteChargeback";
  readonly chargebackId: string;
  readonly amount: Minor;
}

export interface RateBooking {
  readonly type: "RateBooking";
  readonly customerId: string;
  /** 1 to 5. */
  readonly rating: number;
  readonly feedback: string | null;
}

/** Everything that can be asked of a booking that stands. */
export type StandingBookingCommand =
  | PayInstalment
  | ApplyPayment
  | OfferToProvider
  | QueueForManualAssignment
  | AcceptOffer
  | DeclineOffer
  | ExpireOffer
  | ConfirmByStaff
  | DepartToCustomer
  | ArriveAtCustomer
  | StartService
  | CompleteBooking
  | CancelBooking
  | GrantRefund
  | NoteChargeback
  | RateBooking;

export type BookingCommand = PlaceBooking | StandingBookingCommand;
