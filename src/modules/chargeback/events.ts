import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

interface About {
  readonly chargebackId: string;
  readonly gateway: "razorpay" | "stripe";
  readonly gatewayDisputeId: string;
  readonly gatewayPaymentId: string;
  readonly paymentId: string;
  readonly bookingId: string;
  readonly customerId: string;
  readonly amount: Minor;
  readonly currency: Currency;
}

/** The customer's bank takes the money back until it is decided whose it is. */
export interface ChargebackOpened extends About {
  /** What the gateway keeps for its trouble, won or lost; 0 where it asks for nothing. */
  readonly fee: Minor;
  readonly reason: string | null;
  /** Until when evidence is accepted, ISO 8601. */
  readonly respondBy: string | null;
}

/** The money is the customer's for good: the provider owes their part, the rest is a loss. */
export interface ChargebackLost extends About {
  /** Null where none has earned by the booking, or the market bears it all. */
  readonly providerId: string | null;
  readonly fromProvider: Minor;
  readonly loss: Minor;
}

export type ChargebackEvent =
  | { readonly type: "ChargebackOpened"; readonly data: ChargebackOpened }
  | { readonly type: "ChargebackWon"; readonly data: About }
  | { readonly type: "ChargebackLost"; readonly data: ChargebackLost };

export const chargebackEvents: EventCatalogue<ChargebackEvent> = {
  ChargebackOpened: PLAIN,
  ChargebackWon: PLAIN,
  ChargebackLost: PLAIN,
};
