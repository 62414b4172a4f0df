import { NO_IDS, valueOf, withId, withoutId, type IdMap } from "../../kernel/id-map.js";
import type { PromotionEvent } from "./events.js";
import type { Promotion, PromotionState } from "./state.js";

/** The state after one more fact. A stream that does not begin with its first fact is broken. */
export function evolve(state: PromotionState, event: PromotionEvent): PromotionState {
  if (event.type === "PromotionCreated") {
    return { ...event.data, uses: NO_IDS, usesByAccount: NO_IDS };
  }
  if (state === null) throw new Error(`${event.type} stands before PromotionCreated`);
  switch (event.type) {
    case "PromotionChanged":
      return { ...state, terms: event.data.terms };
    case "PromotionRedeemed": {
      const { accountId, bookingId, discount } = event.data;
      const uses = withId(state.uses, bookingId, { accountId, discount });
      return { ...state, uses, usesByAccount: counted(state, accountId, 1) };
    }
    case "RedemptionReleased": {
      const { accountId, bookingId } = event.data;
      const uses = withoutId(state.uses, bookingId);
      return { ...state, uses, usesByAccount: counted(state, accountId, -1) };
    }
  }
}

function counted(state: Promotion, accountId: string, by: 1 | -1): IdMap<number> {
  const count = (valueOf(state.usesByAccount, accountId) ?? 0) + by;
  return count === 0
    ? withoutId(state.usesByAccount, accountId)
    : withId(state.usesByAccount, accountId, count);
}
