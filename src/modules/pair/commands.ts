import type { Currency, Minor } from "../../kernel/money.js";
import type { PairedMember } from "./events.js";

/** What a market pays for pairs. */
export interface PairTerms {
  readonly pairAmount: Minor;
  readonly earning: Minor;
  readonly currency: Currency;
  /** Pairs of an earner's lifetime that are paid in full, whoever the earner is. */
  readonly fullCreditPairs: number;
  /** Percent of the later earnings that is kept for the earner's instalments. */
  readonly deductionPercent: number;
  /** Pairs of one calendar month (UTC) at most; what is over waits for the next month. */
  readonly monthlyMost: number;
}

/** Pairs two members, one of each leg. Once a pair; a repeat changes nothing. */
export interface MatchPair {
  readonly type: "MatchPair";
  readonly pairId: string;
  readonly number: number;
  readonly earnerId: string;
  readonly earnerNumber: number;
  readonly left: PairedMember;
  readonly right: PairedMember;
  /** ISO 8601. */
  readonly at: string;
  /** Whether the earner is an active buyer now: then nothing is deducted. */
  readonly activeBuyer: boolean;
  readonly terms: PairTerms;
}

/** The earning is in the wallet. A repeat changes nothing. */
export interface MarkPairProcessed {
  readonly type: "MarkPairProcessed";
  readonly pairId: string;
  readonly earnerId: string;
}

export type PairCommand = MatchPair | MarkPairProcessed;
