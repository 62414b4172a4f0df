import type { IdMap } from "../../kernel/id-map.js";
import type { Currency, Minor } from "../../kernel/money.js";
import type { HoldPurpose, Reference } from "./facts.js";

export interface Hold {
  readonly amount: Minor;
  readonly status: "held" | "released" | "captured";
  readonly description: string | null;
  readonly reference: Reference | null;
  readonly purpose: HoldPurpose | null;
}

export interface Wallet {
  readonly walletId: string;
  readonly ownerId: string;
  readonly currency: Currency;
  /** All the money, held or not. */
  readonly balance: Minor;
  readonly held: Minor;
  /** Every hold there ever was, so that a repeat is known. */
  readonly holds: IdMap<Hold>;
  /** Every movement with its sign, so that a repeat is known. */
  readonly movements: IdMap<Minor>;
}

/** Null until the first credit. */
export type WalletState = Wallet | null;

/** What can be spent. */
export function available(state: WalletState): Minor {
  return state === null ? 0 : state.balance - state.held;
}
