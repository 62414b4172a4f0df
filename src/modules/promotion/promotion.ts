import { isDeepStrictEqual } from "node:util";
import { changed } from "../../kernel/change.js";
import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { ChangePromotion, CreatePromotion, PromotionCommand } from "./commands.js";
import { promotionEvents, type PromotionEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { redeemPromotion } from "./redeem-promotion.js";
import { releaseRedemption } from "./release-redemption.js";
import { refuseTerms } from "./sound-terms.js";
import type { Promotion, PromotionState } from "./state.js";

type Outcome = readonly PromotionEvent[] | Rejection;

function decide(command: PromotionCommand, state: PromotionState): Outcome {
  if (command.type === "CreatePromotion") return create(command, state);
  if (state === null) return reject("not_found", "promo_unknown", "There is no such code.");
  switch (command.type) {
    case "ChangePromotion":
      return change(command, state);
    case "RedeemPromotion":
      return redeemPromotion(command, state);
    case "ReleaseRedemption":
      return releaseRedemption(command.bookingId, state);
  }
}

function create({ promotionId, code, terms }: CreatePromotion, state: PromotionState): Outcome {
  if (state === null) {
    const data = { promotionId, code, terms };
    return refuseTerms(terms) ?? [{ type: "PromotionCreated", data }];
  }
  if (state.code === code && isDeepStrictEqual(state.terms, terms)) return [];
  return reject("conflict", "promo_exists", "This code already exists.");
}

function change({ change: given }: ChangePromotion, state: Promotion): Outcome {
  const { promotionId } = state;
  const terms = changed(state.terms, given);
  if (isDeepStrictEqual(terms, state.terms)) return [];
  return refuseTerms(terms) ?? [{ type: "PromotionChanged", data: { promotionId, terms } }];
}

/** A promo code: its terms and every use of it. */
export const promotions = defineAggregate<PromotionCommand, PromotionState, PromotionEvent>({
  category: "promotion",
  events: promotionEvents,
  initial: null,
  decide,
  evolve,
});
