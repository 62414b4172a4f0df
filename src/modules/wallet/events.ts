import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

interface About {
  readonly walletId: string;
  readonly ownerId: string;
  readonly currency: Currency;
}

/** Balances are of the whole wallet; what is held stays in the balance but cannot be spent. */
interface Movement extends About {
  readonly transactionId: string;
  readonly amount: Minor;
  readonly balanceBefore: Minor;
  readonly balanceAfter: Minor;
  readonly reference: string | null;
}

/** Where the money comes from; it names the account that is debited (DESIGN §7). */
export type CreditKind = "refund" | "deposit" | "referral_bonus" | "pair_bonus";

interface Hold extends About {
  readonly holdId: string;
  readonly amount: Minor;
}

export type WalletEvent =
  | { readonly type: "WalletCredited"; readonly data: Movement & { readonly kind: CreditKind } }
  | { readonly type: "WalletDebited"; readonly data: Movement & { readonly bookingId: string } }
  | { readonly type: "WalletHoldPlaced"; readonly data: Hold }
  | { readonly type: "WalletHoldReleased"; readonly data: Hold }
  | { readonly type: "WalletHoldCaptured"; readonly data: Hold & Movement };

export const walletEvents: EventCatalogue<WalletEvent> = {
  WalletCredited: PLAIN,
  WalletDebited: PLAIN,
  WalletHoldPlaced: PLAIN,
  WalletHoldReleased: PLAIN,
  WalletHoldCaptured: PLAIN,
};
