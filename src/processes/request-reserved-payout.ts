import { defineProcess, send } from "../kernel/process.js";
import type { EarningEvent } from "../modules/earning/events.js";
import { payouts } from "../modules/payout/payout.js";

/** Reserved earnings have a payout; a crash between the two streams is healed here. */
export const requestReservedPayout = defineProcess<EarningEvent>({
  name: "request-reserved-payout",
  on: {
    EarningsReserved: ({ data }) => [
      send(payouts, data.payoutId, {
        type: "RequestPayout",
        payoutId: data.payoutId,
        number: data.payoutNumber,
        payeeId: data.providerId,
        source: "provider",
        rail: data.rail,
        currency: data.currency,
        gross: data.gross,
        deduction: data.deduction,
        tds: 0,
        net: data.net,
        earningIds: data.earningIds,
      }),
    ],
  },
});
