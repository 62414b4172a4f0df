import type { Of } from "../../../src/kernel/event.js";
import type { CreditKind, WalletEvent } from "../../../src/modules/wallet/events.js";
import { account } from "../chart-of-accounts.js";
import { credit, debit, entry, references } from "../posting.js";

/** Where the money of a wallet credit comes from. */
const SOURCE: Readonly<Record<CreditKind, string>> = {
  refund: account.refundInTransit("wallet"),
  deposit: account.bank("deposits"),
  referral_bonus: account.expense("referral_bonus"),
  pair_bonus: account.expense("pair_bonus"),
};

export function credited({ data }: Of<WalletEvent, "WalletCredited">) {
  return entry({
    description: "Wallet credited",
    currency: data.currency,
    references: references({
      wallet: data.walletId,
      account: data.ownerId,
      transaction: data.transactionId,
    }),
    lines: [
      debit(SOURCE[data.kind], data.amount),
      credit(account.wallet(data.walletId), data.amount),
    ],
  });
}

/** An instalment paid from the wallet. */
export function debited({ data }: Of<WalletEvent, "WalletDebited">) {
  return entry({
    description: "Paid from the wallet",
    currency: data.currency,
    references: references({
      wallet: data.walletId,
      account: data.ownerId,
      booking: data.bookingId,
      transaction: data.transactionId,
    }),
    lines: [
      debit(account.wallet(data.walletId), data.amount),
      credit(account.escrow(data.bookingId), data.amount),
    ],
  });
}
