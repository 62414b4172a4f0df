import { valueOf } from "../../kernel/id-map.js";
import type { PromotionEvent } from "./events.js";
import type { Promotion } from "./state.js";

/** Gives a booking's use back; nothing to give back is what a repeat finds. */
export function releaseRedemption(bookingId: string, state: Promotion): readonly PromotionEvent[] {
  const use = valueOf(state.uses, bookingId);
  if (use === undefined) return [];
  const { promotionId } = state;
  const data = { promotionId, accountId: use.accountId, bookingId };
  return [{ type: "RedemptionReleased", data }];
}
