import type { Of } from "../../../src/kernel/event.js";
import type { Minor } from "../../../src/kernel/money.js";
import type { WalletCredited, WalletEvent } from "../../../src/modules/wallet/events.js";
import type { CreditKind, PayoutPurpose } from "../../../src/modules/wallet/facts.js";
import { account } from "../chart-of-accounts.js";
import { credit, debit, entry, references, type PostingLine } from "../posting.js";

/** Where the money of a wallet credit comes from; what a payout returns has legs of its own. */
const SOURCE: Readonly<
  Record<Exclude<CreditKind, "payout_returned">, (ownerId: string) => string>
> = {
  refund: () => account.refundInTransit("wallet"),
  deposit: () => account.bank("deposits"),
  referral_bonus: () => account.expense("referral_bonus"),
  pair_bonus: () => account.expense("pair_bonus"),
  emi_returned: account.emiHeld,
};

export function credited({ data }: Of<WalletEvent, "WalletCredited">) {
  return entry({
    description: data.kind === "payout_returned" ? "Payout returned" : "Wallet credited",
    currency: data.currency,
    references: references({
      wallet: data.walletId,
      account: data.ownerId,
      payout: data.returned?.payoutId,
      transaction: data.transactionId,
    }),
    lines: [...sourcesOf(data), credit(account.wallet(data.walletId), data.amount)],
  });
}

function sourcesOf({ kind, amount, ownerId, returned }: WalletCredited): PostingLine[] {
  if (kind !== "payout_returned") return [debit(SOURCE[kind](ownerId), amount)];
  if (returned === null) throw new Error("a payout came back without its legs");
  const { tds, emi, transfer, rail } = returned;
  return payoutLegs(ownerId, rail, { tds, emi, transfer }).map(reversed);
}

function reversed(line: PostingLine): PostingLine {
  return { ...line, debit: line.credit, credit: line.debit };
}

interface Legs {
  readonly tds: Minor;
  readonly emi: Minor;
  readonly transfer: Minor;
}

/** What a payout from a wallet becomes: tax owed, an instalment held, the rest on its way. */
function payoutLegs(ownerId: string, rail: PayoutPurpose["rail"], legs: Legs): PostingLine[] {
  return [
    credit(account.tds, legs.tds),
    credit(account.emiHeld(ownerId), legs.emi),
    credit(account.payoutInTransit(rail), legs.transfer),
  ];
}

/** Paid for a booking, or held for the owner's instalments. */
export function debited({ data }: Of<WalletEvent, "WalletDebited">) {
  const { bookingId, kind, ownerId, amount } = data;
  const to = bookingId === null ? account.emiHeld(ownerId) : account.escrow(bookingId);
  return entry({
    description: kind === "emi_deduction" ? "Held for instalments" : "Paid from the wallet",
    currency: data.currency,
    references: references({
      wallet: data.walletId,
      account: ownerId,
      booking: bookingId,
      transaction: data.transactionId,
    }),
    lines: [debit(account.wallet(data.walletId), amount), credit(to, amount)],
  });
}

/**
 * What was held is spent. An instalment's booking has taken it already and waits for it; a payout
 * leaves with its tax withheld. A hold without a purpose says not what it paid for, and cannot
 * be posted.
 */
export function captured({ data }: Of<WalletEvent, "WalletHoldCaptured">) {
  const { purpose, ownerId, amount } = data;
  if (purpose === null) return undefined;
  const legs =
    purpose.kind === "instalment"
      ? [credit(account.walletDue(ownerId), amount)]
      : payoutLegs(ownerId, purpose.rail, legsOf(purpose));
  return entry({
    description: purpose.kind === "instalment" ? "Instalment from the wallet" : "Payout sent",
    currency: data.currency,
    references: references({
      wallet: data.walletId,
      account: ownerId,
      ...(purpose.kind === "instalment"
        ? { booking: purpose.bookingId, payment: purpose.paymentId }
        : { payout: purpose.payoutId, booking: purpose.emi?.bookingId }),
      transaction: data.transactionId,
    }),
    lines: [debit(account.wallet(data.walletId), amount), ...legs],
  });
}

function legsOf({ tds, net, emi }: PayoutPurpose): Legs {
  const held = emi?.amount ?? 0;
  return { tds, emi: held, transfer: net - held };
}
