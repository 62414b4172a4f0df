import { defineProcess, send } from "../kernel/process.js";
import type { EarningEvent } from "../modules/earning/events.js";
import { payoutOfReservation } from "../modules/payout/payout-of-reservation.js";
import { payouts } from "../modules/payout/payout.js";

/** Reserved earnings have a payout; a crash between the two streams is healed here. */
export const requestReservedPayout = defineProcess<EarningEvent>({
  name: "request-reserved-payout",
  on: {
    EarningsReserved: ({ data }) => [send(payouts, data.payoutId, payoutOfReservation(data))],
  },
});
