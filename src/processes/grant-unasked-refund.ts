import { defineProcess, send } from "../kernel/process.js";
import { bookings } from "../modules/booking/booking.js";
import type { PaymentEvent } from "../modules/payment/events.js";

/**
 * What staff have refunded in the gateway's dashboard, the booking grants like any other refund:
 * it decides whose money it was. The payment then lets the refund stand as the gateway has it.
 * A booking that refuses is no step that is not due any more: the money is gone, so the reaction
 * fails, is tried again and waits for a person in the end.
 */
export const grantUnaskedRefund = defineProcess<PaymentEvent>({
  name: "grant-unasked-refund",
  on: {
    GatewayRefundReported: ({ data }) => {
      const { bookingId, refundId, amount, gateway, gatewayRefundId: notes } = data;
      const reason = `Refunded at ${GATEWAYS[gateway]} without an order of ours`;
      const granted = { refundId, amount, reason, notes, refundTo: "gateway" } as const;
      const grant = send(bookings, bookingId, { type: "GrantRefund", ...granted });
      return [
        {
          ...grant,
          deliver: async (commands, envelope) => {
            const refused = await grant.deliver(commands, envelope);
            if (refused === undefined) return undefined;
            throw new Error(`${bookingId} does not grant ${refundId}: ${refused.message}`);
          },
        },
      ];
    },
  },
});

const GATEWAYS = { razorpay: "Razorpay", stripe: "Stripe" } as const;
