import { valueOf } from "../kernel/id-map.js";
import { defineProcess, send } from "../kernel/process.js";
import type { ChargebackEvent } from "../modules/chargeback/events.js";
import { earnings } from "../modules/earning/earning.js";

/** The provider's part of a lost chargeback comes out of their earning, as a refund's does. */
export const recoverLostChargeback = defineProcess<ChargebackEvent>({
  name: "recover-lost-chargeback",
  on: {
    ChargebackLost: async ({ data }, { commands }) => {
      const { providerId, bookingId, fromProvider } = data;
      if (providerId === null || fromProvider === 0) return [];
      const state = await commands.load(earnings, providerId);
      if (state === null || valueOf(state.byBooking, bookingId) === undefined) {
        // The completion's own interaction may be a moment behind; the runner tries again.
        throw new Error(`booking ${bookingId} has no earning to reverse yet`);
      }
      return [
        send(earnings, providerId, {
          type: "ReverseEarning",
          refundId: data.chargebackId,
          bookingId,
          amount: fromProvider,
          currency: data.currency,
        }),
      ];
    },
  },
});
