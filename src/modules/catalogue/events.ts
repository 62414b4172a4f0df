import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

interface About {
  readonly serviceId: string;
}

/** A service on offer, whole: every event carries all of it. */
export interface ServiceOffer {
  readonly name: string;
  readonly description: string | null;
  readonly category: string;
  readonly serviceType: string;
  readonly tier: string;
  readonly currency: Currency;
  readonly price: Minor;
  /** What it costs elsewhere; the difference is shown as savings. */
  readonly marketPrice: Minor | null;
  readonly durationMinutes: number;
  readonly imageUrl: string | null;
  readonly isActive: boolean;
}

export type ServiceEvent =
  | { readonly type: "ServiceAdded"; readonly data: About & { readonly offer: ServiceOffer } }
  | { readonly type: "ServiceChanged"; readonly data: About & { readonly offer: ServiceOffer } }
  | { readonly type: "ServiceRetired"; readonly data: About };

export const serviceEvents: EventCatalogue<ServiceEvent> = {
  ServiceAdded: PLAIN,
  ServiceChanged: PLAIN,
  ServiceRetired: PLAIN,
};
