import type { Of } from "../../../src/kernel/event.js";
import type { PayoutEvent } from "../../../src/modules/payout/events.js";
import { account } from "../chart-of-accounts.js";
import { credit, debit, entry, references, type PostingLine } from "../posting.js";

/**
 * A provider's payout leaves their payable as it is asked for: debt is netted, the rest is on its
 * way. A wallet's is only held until it is sent, and posted by the wallet then.
 */
export function requested({ data }: Of<PayoutEvent, "PayoutRequested">) {
  if (data.source === "wallet") return undefined;
  return entry({
    description: "Payout requested",
    currency: data.currency,
    references: referencesOf(data),
    lines: withdrawal(data),
  });
}

/** The transfer has left the bank; an instalment out of it is its booking's to take. */
export function completed({ data }: Of<PayoutEvent, "PayoutCompleted">) {
  const transferred = data.net - (data.emi?.amount ?? 0);
  return entry({
    description: "Payout completed",
    currency: data.currency,
    references: [
      ...referencesOf(data),
      ...references({ bank: data.bankTransactionId, upi: data.upiTransactionId }),
    ],
    lines: [
      debit(account.payoutInTransit(data.rail), transferred),
      credit(account.bank(data.bank), transferred),
    ],
  });
}

/** The exact reverse of the request. */
export function failed({ data }: Of<PayoutEvent, "PayoutFailed">) {
  if (data.source === "wallet") return undefined;
  return entry({
    description: "Payout failed",
    currency: data.currency,
    references: referencesOf(data),
    lines: withdrawal(data).map((line) => ({ ...line, debit: line.credit, credit: line.debit })),
  });
}

type Money = Omit<Of<PayoutEvent, "PayoutFailed">["data"], "reason">;

function withdrawal(data: Money): PostingLine[] {
  const { payeeId } = data;
  return [
    debit(account.providerPayable(payeeId), data.gross),
    credit(account.providerReceivable(payeeId), data.deduction),
    credit(account.tds, data.tds),
    credit(account.payoutInTransit(data.rail), data.net),
  ];
}

function referencesOf({ payoutId, payeeId, source }: Money) {
  return references({ payout: payoutId, [source]: payeeId });
}
