import type { IdMap } from "../../kernel/id-map.js";
import type { Minor } from "../../kernel/money.js";
import type { PromotionCreated } from "./events.js";

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
