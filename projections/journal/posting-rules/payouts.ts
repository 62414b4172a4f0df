import type { Of } from "../../../src/kernel/event.js";
import type { PayoutEvent, PayoutRequested } from "../../../src/modules/payout/events.js";
import { account } from "../chart-of-accounts.js";
import { credit, debit, entry, references, type PostingLine } from "../posting.js";

/** A payout leaves what it is drawn on: debt is netted, tax withheld, the rest is on its way. */
export function requested({ data }: Of<PayoutEvent, "PayoutRequested">) {
  return entry({
    description: "Payout requested",
    currency: data.currency,
    references: referencesOf(data),
    lines: withdrawal(data),
  });
}

export function completed({ data }: Of<PayoutEvent, "PayoutCompleted">) {
  return entry({
    description: "Payout completed",
    currency: data.currency,
    references: [
      ...referencesOf(data),
      ...references({ bank: data.bankTransactionId, upi: data.upiTransactionId }),
    ],
    lines: [
      debit(account.payoutInTransit(data.rail), data.net),
      credit(account.bank(data.bank), data.net),
    ],
  });
}

/** The exact reverse of the request. */
export function failed({ data }: Of<PayoutEvent, "PayoutFailed">) {
  return entry({
    description: "Payout failed",
    currency: data.currency,
    references: referencesOf(data),
    lines: withdrawal(data).map((line) => ({ ...line, debit: line.credit, credit: line.debit })),
  });
}

type Money = Omit<PayoutRequested, "number" | "earningIds">;

function withdrawal(data: Money): PostingLine[] {
  const { payeeId } = data;
  const drawnOn =
    data.source === "wallet" ? account.wallet(payeeId) : account.providerPayable(payeeId);
  return [
    debit(drawnOn, data.gross),
    credit(account.providerReceivable(payeeId), data.deduction),
    credit(account.tds, data.tds),
    credit(account.payoutInTransit(data.rail), data.net),
  ];
}

function referencesOf({ payoutId, payeeId, source }: Money) {
  return references({ payout: payoutId, [source]: payeeId });
}
