import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { ERASED, personal, PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

interface About {
  readonly disputeId: string;
  readonly bookingId: string;
  readonly customerId: string;
  readonly providerId: string;
}

export interface DisputeOpened extends About {
  readonly reason: string;
  readonly description: string;
  readonly currency: Currency;
  /** Moved from the provider's payable to their reserve until the dispute is resolved. */
  readonly held: Minor;
}

export interface DisputeResolved extends About {
  readonly outcome: "dismissed" | "refund";
  readonly resolution: string;
  readonly currency: Currency;
  readonly held: Minor;
  /** What the customer gets back; 0 when dismissed. The booking grants it. */
  readonly refund: Minor;
}

export type DisputeEvent =
  | { readonly type: "DisputeOpened"; readonly data: DisputeOpened }
  | { readonly type: "DisputeResolved"; readonly data: DisputeResolved };

export const disputeEvents: EventCatalogue<DisputeEvent> = {
  DisputeOpened: personal("customerId", { description: ERASED }),
  DisputeResolved: PLAIN,
};
