import { defineProcess, send } from "../kernel/process.js";
import { earnings } from "../modules/earning/earning.js";
import type { PayoutEvent } from "../modules/payout/events.js";

/** A paid payout makes its earnings paid; a failed one frees them for another (payout.07, .08). */
export const settlePayout = defineProcess<PayoutEvent>({
  name: "settle-payout",
  on: {
    PayoutCompleted: ({ data }) => {
      if (data.source !== "provider") return [];
      const { payoutId } = data;
      return [send(earnings, data.payeeId, { type: "MarkEarningsPaid", payoutId })];
    },
    PayoutFailed: ({ data }) => {
      if (data.source !== "provider") return [];
      const { payoutId } = data;
      return [send(earnings, data.payeeId, { type: "ReleaseEarnings", payoutId })];
    },
  },
});
