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
      credit(account.providerReceivable(data.providerId), data.fromPending),
    ],
  });
}
