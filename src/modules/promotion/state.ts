import { NO_IDS, valueOf, withId, withoutId, type IdMap } from "../../kernel/id-map.js";
import type { Minor } from "../../kernel/money.js";
import type { PromotionCreated, PromotionEvent } from "./events.js";

export interface Use {
  readonly accountId: string;
  readonly discount: Minor;
}

export interface Promotion extends PromotionCreated {
  /** Uses by the booking that took them; those given back are gone. */
  readonly uses: IdMap<Use>;
  /** How many uses each account has, without those given back. */
  readonly usesByAccount: IdMap<number>;
}

/** Null until created. */
export type PromotionState = Promotion | null;

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
