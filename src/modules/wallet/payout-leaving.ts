import { deriveId } from "../../kernel/ids.js";
import type { Currency, Minor } from "../../kernel/money.js";
import type { TaxRecord } from "../../kernel/payout-facts.js";
import type { CaptureHold, CreditWallet } from "./commands.js";

/** A payout that was sent, as its own stream tells it. */
interface Sent {
  readonly payoutId: string;
  readonly payeeId: string;
  readonly number: string;
  readonly holdId: string | null;
  readonly rail: "bank_transfer" | "upi";
  readonly currency: Currency;
  readonly gross: Minor;
  readonly tds: Minor;
  readonly net: Minor;
  readonly emi: { readonly amount: Minor } | null;
  readonly tax: TaxRecord | null;
}

/** Spends what was held for a payout: gross, with its tax entered in the owner's record. */
export function captureForPayout({ holdId, payoutId, tax }: Sent): CaptureHold {
  if (holdId === null) throw new Error(`payout ${payoutId} is drawn on no wallet`);
  return { type: "CaptureHold", holdId, transactionId: holdId, tax };
}

/** Gives back what a payout took before it was rejected, leg by leg. */
export function returnOfPayout(sent: Sent): CreditWallet {
  const { payoutId, payeeId, number, rail, currency, gross, tds, net, tax } = sent;
  const emi = sent.emi?.amount ?? 0;
  return {
    type: "CreditWallet",
    walletId: payeeId,
    ownerId: payeeId,
    currency,
    transactionId: deriveId("payout-returned", payoutId),
    amount: gross,
    kind: "payout_returned",
    description: `Payout request #${number} rejected`,
    reference: { type: "payout", number: Number(number), id: payoutId },
    returned: { payoutId, rail, tds, emi, transfer: net - emi, tax },
  };
}
