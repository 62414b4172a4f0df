import type { Of } from "../../../src/kernel/event.js";
import type { ChargebackEvent } from "../../../src/modules/chargeback/events.js";
import { account } from "../chart-of-accounts.js";
import { credit, debit, entry, references } from "../posting.js";

/** The gateway withholds what is contested, and keeps its fee. */
export function opened({ data }: Of<ChargebackEvent, "ChargebackOpened">) {
  return entry({
    description: "Chargeback opened",
    currency: data.currency,
    references: referencesOf(data),
    lines: [
      debit(account.gatewayDispute(data.gateway), data.amount),
      debit(account.expense("gateway_fee"), data.fee),
      credit(account.gatewayClearing(data.gateway), data.amount + data.fee),
    ],
  });
}

/** The gateway releases what it withheld, to be settled like any payment. */
export function won({ data }: Of<ChargebackEvent, "ChargebackWon">) {
  return entry({
    description: "Chargeback won",
    currency: data.currency,
    references: referencesOf(data),
    lines: [
      debit(account.gatewayClearing(data.gateway), data.amount),
      credit(account.gatewayDispute(data.gateway), data.amount),
    ],
  });
}

/**
 * What was withheld is gone. The provider's part is their debt, which the reversal of the earning
 * then sets off against what they are still owed; the rest is the platform's loss.
 */
export function lost({ data }: Of<ChargebackEvent, "ChargebackLost">) {
  const { providerId, fromProvider, loss } = data;
  const provider =
    providerId === null ? [] : [debit(account.providerReceivable(providerId), fromProvider)];
  return entry({
    description: "Chargeback lost",
    currency: data.currency,
    references: [...referencesOf(data), ...references({ provider: providerId })],
    lines: [
      ...provider,
      debit(account.expense("chargeback_loss"), loss),
      credit(account.gatewayDispute(data.gateway), data.amount),
    ],
  });
}

type About = Of<ChargebackEvent, "ChargebackWon">["data"];

function referencesOf(data: About) {
  return references({
    booking: data.bookingId,
    payment: data.paymentId,
    dispute: data.chargebackId,
    [data.gateway]: data.gatewayDisputeId,
  });
}
