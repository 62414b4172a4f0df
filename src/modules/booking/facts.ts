import type { Currency, Minor } from "../../kernel/money.js";
import type { PostalAddress } from "../../kernel/postal-address.js";

/** One priced line; the price is what was promised, whatever the catalogue says later. */
export interface BookedLine {
  readonly serviceId: string;
  readonly name: string;
  readonly category: string;
  /** Of a vehicle, its variant. */
  readonly tier: string;
  readonly quantity: number;
  readonly unitPrice: Minor;
  readonly durationMinutes: number;
}

/** The frozen sums: total = subtotal - savings - discount + tax. */
export interface Pricing {
  readonly currency: Currency;
  readonly subtotal: Minor;
  readonly savings: Minor;
  readonly discount: Minor;
  readonly tax: Minor;
  readonly total: Minor;
}

/** When the provider is expected, as wall time at the place and as instants. */
export interface Visit {
  /** `2024-01-20` */
  readonly date: string;
  /** `10:00:00` */
  readonly time: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
}

/** The service address as it was when booked; later edits of the address book leave it alone. */
export interface Place extends PostalAddress {
  readonly addressId: string;
}

/** Through which money comes and goes back; a booking paid in cash has none. */
export type Gateway = "razorpay" | "stripe";

/** How the booking is to be paid; enough to open the payment after a crash. */
export interface PaymentTerms {
  readonly paymentId: string;
  readonly method: "online" | "cash";
  readonly gateway: Gateway | null;
  readonly orderId: string | null;
}

/** How one instalment came in; `emi_held` is money that was kept back for it before. */
export type InstalmentMethod = "online" | "bank_transfer" | "cash" | "wallet" | "emi_held";

/** Equal monthly instalments as agreed; the payer may still pay more or earlier. */
export interface Emi {
  readonly amount: Minor;
  readonly count: number;
  /** `2026-02-01`; null where nothing was agreed. */
  readonly startsOn: string | null;
}

/** How a booking is paid bit by bit; the thresholds are its market's when it was placed. */
export interface InstalmentTerms {
  /** What the customer said to begin with; nothing is paid by saying so. */
  readonly bookingAmount: Minor;
  /** Paid in all at which the booking is confirmed. */
  readonly confirmAt: Minor;
  /** Paid over all bookings at which the customer becomes a buyer; null: no such rule. */
  readonly activateAt: Minor | null;
  readonly emi: Emi | null;
}

/** Why this provider: each part between 0 and 1, higher is better. */
export interface AssignmentScore {
  readonly total: number;
  readonly distance: number;
  readonly rating: number;
  readonly availability: number;
  readonly reliability: number;
  readonly distanceKm: number;
}

/** The completed booking's money: providerShare + commission + tax = total. */
export interface Split {
  readonly currency: Currency;
  readonly total: Minor;
  readonly providerShare: Minor;
  /** What the platform keeps of the total before it hands the tax on. */
  readonly platformShare: Minor;
  /** platformShare - tax; negative when the platform pays part of the tax from its own pocket. */
  readonly commission: Minor;
  readonly tax: Minor;
}

/** The legs that a refund takes back; their sum is its amount. */
export interface RefundLegs {
  /** Before completion: what is held for the customer. */
  readonly escrow: Minor;
  /** After a cancellation: the fee that was kept. */
  readonly fee: Minor;
  /** After completion: the parts of the split. */
  readonly provider: Minor;
  readonly commission: Minor;
  readonly tax: Minor;
}

export type RefundDestination = "gateway" | "wallet";

export type CancelledBy = "customer" | "partner" | "system" | "admin";
