import type { Currency, Minor } from "../../kernel/money.js";
import type { CreditKind } from "./events.js";

/** Opens the wallet with the first credit. Once a transaction; a repeat changes nothing. */
export interface CreditWallet {
  readonly type: "CreditWallet";
  readonly walletId: string;
  readonly ownerId: string;
  readonly currency: Currency;
  readonly transactionId: string;
  readonly amount: Minor;
  readonly kind: CreditKind;
  readonly reference: string | null;
}

/** Pays for a booking. Once a transaction; a repeat changes nothing. */
export interface DebitWallet {
  readonly type: "DebitWallet";
  readonly transactionId: string;
  readonly amount: Minor;
  readonly bookingId: string;
  readonly reference: string | null;
}

/** Sets money aside, for example for a payout. Once a hold; a repeat changes nothing. */
export interface PlaceHold {
  readonly type: "PlaceHold";
  readonly holdId: string;
  readonly amount: Minor;
}

/** Spends the whole of what was held. */
export interface CaptureHold {
  readonly type: "CaptureHold";
  readonly holdId: string;
  readonly transactionId: string;
  readonly reference: string | null;
}

export type WalletCommand =
  | CreditWallet
  | DebitWallet
  | PlaceHold
  | { readonly type: "ReleaseHold"; readonly holdId: string }
  | CaptureHold;
