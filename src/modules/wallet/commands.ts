import type { Currency, Minor } from "../../kernel/money.js";
import type { BankAccount, TaxRecord } from "../../kernel/payout-facts.js";
import type { CreditKind, DebitKind, HoldPurpose, Reference, ReturnedPayout } from "./facts.js";

/** What the owner reads about a movement; left out, nothing. */
interface Told {
  readonly description?: string | null;
  readonly reference?: Reference | null;
}

/** Taken off a credit in the same breath, and held for the owner's instalments. */
export interface Deduction extends Told {
  readonly transactionId: string;
  readonly amount: Minor;
}

/** Opens the wallet with the first credit. Once a transaction; a repeat changes nothing. */
export interface CreditWallet extends Told {
  readonly type: "CreditWallet";
  readonly walletId: string;
  readonly ownerId: string;
  readonly currency: Currency;
  readonly transactionId: string;
  readonly amount: Minor;
  readonly kind: CreditKind;
  /** What the wallet may hold with it, where there is a bound. */
  readonly most?: Minor;
  readonly returned?: ReturnedPayout | null;
  /** At most the credit; both stand in one append (EV Distribution, "20% EMI deduction"). */
  readonly deduction?: Deduction | null;
}

/** Spends available money at once. Once a transaction; a repeat changes nothing. */
export interface DebitWallet extends Told {
  readonly type: "DebitWallet";
  readonly transactionId: string;
  readonly amount: Minor;
  readonly bookingId: string | null;
  readonly kind?: DebitKind;
}

/** Sets money aside, for example for a payout. Once a hold; a repeat changes nothing. */
export interface PlaceHold extends Told {
  readonly type: "PlaceHold";
  readonly holdId: string;
  readonly amount: Minor;
  /** Carries all that the next step needs, so that a crash between the two heals. */
  readonly purpose?: HoldPurpose | null;
  readonly bankAccount?: BankAccount | null;
}

/** Spends the whole of what was held. */
export interface CaptureHold {
  readonly type: "CaptureHold";
  readonly holdId: string;
  readonly transactionId: string;
  /** For a payout that withholds tax. */
  readonly tax?: TaxRecord | null;
}

export type WalletCommand =
  | CreditWallet
  | DebitWallet
  | PlaceHold
  | { readonly type: "ReleaseHold"; readonly holdId: string }
  | CaptureHold;
