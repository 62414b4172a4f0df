import type { Of } from "../../../src/kernel/event.js";
import type { EarningEvent } from "../../../src/modules/earning/events.js";
import { account } from "../chart-of-accounts.js";
import { credit, debit, entry, references } from "../posting.js";

/** A refund's provider leg is set off against the earning as far as that is still owed. */
export function reversed({ data }: Of<EarningEvent, "EarningReversed">) {
  return entry({
    description: "Earning reversed",
    currency: data.currency,
    references: references({
      booking: data.bookingId,
      refund: data.refundId,
      provider: data.providerId,
    }),
    lines: [
      debit(account.providerPayable(data.providerId), data.fromPending),
      debit(account.providerReserve(data.providerId), data.fromHeld),
      credit(account.providerReceivable(data.providerId), data.fromPending + data.fromHeld),
    ],
  });
}

/**
 * What is disputed is held back from the provider, neither lost nor withdrawable; what they have
 * withdrawn already they owe.
 */
export function held({ data }: Of<EarningEvent, "EarningHeld">) {
  const { providerId, fromPending, toDebt } = data;
  return entry({
    description: "Earning held for a dispute",
    currency: data.currency,
    references: referencesOf(data),
    lines: [
      debit(account.providerPayable(providerId), fromPending),
      debit(account.providerReceivable(providerId), toDebt),
      credit(account.providerReserve(providerId), fromPending + toDebt),
    ],
  });
}

/** What no refund has used of it is the provider's again. */
export function freed({ data }: Of<EarningEvent, "EarningFreed">) {
  const { providerId, toPending, offDebt } = data;
  return entry({
    description: "Held earning freed",
    currency: data.currency,
    references: referencesOf(data),
    lines: [
      debit(account.providerReserve(providerId), toPending + offDebt),
      credit(account.providerPayable(providerId), toPending),
      credit(account.providerReceivable(providerId), offDebt),
    ],
  });
}

function referencesOf(data: Of<EarningEvent, "EarningHeld" | "EarningFreed">["data"]) {
  const { disputeId, bookingId, providerId } = data;
  return references({ dispute: disputeId, booking: bookingId, provider: providerId });
}
