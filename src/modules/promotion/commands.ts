import type { Change } from "../../kernel/change.js";
import type { Minor } from "../../kernel/money.js";
import type { PromotionCreated, PromotionTerms } from "./events.js";

export interface CreatePromotion extends PromotionCreated {
  readonly type: "CreatePromotion";
}

export interface ChangePromotion {
  readonly type: "ChangePromotion";
  /** What is left out stays as it is. */
  readonly change: Change<PromotionTerms>;
}

/** Takes one use for a booking that is about to be placed. */
export interface RedeemPromotion {
  readonly type: "RedeemPromotion";
  readonly accountId: string;
  readonly bookingId: string;
  /** The order's subtotal, which the minimum order is compared with. */
  readonly orderTotal: Minor;
  /** What a discount is taken of: Minuteserv takes the savings off first. */
  readonly discountBase: Minor;
  /** Business time, ISO 8601. */
  readonly at: string;
  /** When the use is given back if the booking never came to be. */
  readonly holdUntil: string;
}

/** Gives a use back because its booking never came to be; a cancelled booking keeps its use. */
export interface ReleaseRedemption {
  readonly type: "ReleaseRedemption";
  readonly bookingId: string;
}

export type PromotionCommand =
  CreatePromotion | ChangePromotion | RedeemPromotion | ReleaseRedemption;
