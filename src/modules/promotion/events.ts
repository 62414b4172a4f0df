import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

interface About {
  readonly promotionId: string;
}

/** The terms of a code, whole: every event that sets them carries all of them. */
export interface PromotionTerms {
  readonly description: string | null;
  readonly kind: "percentage" | "fixed";
  /** Percent for `percentage`, minor units for `fixed`. */
  readonly value: number;
  readonly currency: Currency;
  readonly minOrder: Minor | null;
  readonly maxDiscount: Minor | null;
  readonly perAccountLimit: number | null;
  readonly totalLimit: number | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly isActive: boolean;
}

interface Redemption extends About {
  readonly accountId: string;
  readonly bookingId: string;
}

export interface PromotionRedeemed extends Redemption {
  readonly code: string;
  readonly discount: Minor;
  readonly currency: Currency;
  /** When the use is given back if the booking never came to be. */
  readonly holdUntil: string;
}

export interface PromotionCreated extends About {
  /** As it was typed in; it is matched without regard to case. */
  readonly code: string;
  readonly terms: PromotionTerms;
}

export type PromotionEvent =
  | { readonly type: "PromotionCreated"; readonly data: PromotionCreated }
  | { readonly type: "PromotionChanged"; readonly data: About & { readonly terms: PromotionTerms } }
  | { readonly type: "PromotionRedeemed"; readonly data: PromotionRedeemed }
  | { readonly type: "RedemptionReleased"; readonly data: Redemption };

export const promotionEvents: EventCatalogue<PromotionEvent> = {
  PromotionCreated: PLAIN,
  PromotionChanged: PLAIN,
  PromotionRedeemed: PLAIN,
  RedemptionReleased: PLAIN,
};
