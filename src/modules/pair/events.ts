import { PLAIN, type EventCatalogue } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

/** One of the two members of a pair. */
export interface PairedMember {
  readonly memberId: string;
  /** The integer that the contract prints. */
  readonly number: number;
}

/** A pair with its earning, as computed when it was matched; net = earning − emiDeducted. */
export interface PairMatched {
  readonly pairId: string;
  /** The integer that the contract prints as the pair's and the earning's id. */
  readonly number: number;
  readonly earnerId: string;
  readonly earnerNumber: number;
  readonly left: PairedMember;
  readonly right: PairedMember;
  /** The volume that was matched; it is not paid. */
  readonly pairAmount: Minor;
  readonly earning: Minor;
  readonly emiDeducted: Minor;
  readonly net: Minor;
  readonly currency: Currency;
  /** The earner's how-manieth, over their lifetime. */
  readonly pairNumber: number;
  /** Of the match, in UTC; 1 to 12. */
  readonly month: number;
  readonly year: number;
}

export type PairEvent =
  | { readonly type: "PairMatched"; readonly data: PairMatched }
  /** The earning is in the earner's wallet. */
  | {
      readonly type: "PairProcessed";
      readonly data: { readonly pairId: string; readonly earnerId: string };
    };

export const pairEvents: EventCatalogue<PairEvent> = { PairMatched: PLAIN, PairProcessed: PLAIN };
