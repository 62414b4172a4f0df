import { defineProcess, send } from "../kernel/process.js";
import type { ChargebackEvent } from "../modules/chargeback/events.js";
import { earnings } from "../modules/earning/earning.js";

/** The provider's part of a lost chargeback comes out of their earning, as a refund's does. */
export const recoverLostChargeback = defineProcess<ChargebackEvent>({
  name: "recover-lost-chargeback",
  on: {
    ChargebackLost: ({ data }) => {
      const { providerId, bookingId, fromProvider } = data;
      if (providerId === null || fromProvider === 0) return [];
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
