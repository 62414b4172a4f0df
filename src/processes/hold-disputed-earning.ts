import { valueOf } from "../kernel/id-map.js";
import { deriveId } from "../kernel/ids.js";
import { defineProcess, send, type Instruction } from "../kernel/process.js";
import { isRejection } from "../kernel/rejection.js";
import { bookings } from "../modules/booking/booking.js";
import type { DisputeEvent, DisputeResolved } from "../modules/dispute/events.js";
import { earnings } from "../modules/earning/earning.js";

/**
 * While a booking is disputed, its provider's part is neither lost nor withdrawable. A refund that
 * ends the dispute is granted by the booking; the reversal of the earning then uses what is held
 * and frees the rest (reverse-refunded-earning).
 */
export const holdDisputedEarning = defineProcess<DisputeEvent>({
  name: "hold-disputed-earning",
  on: {
    DisputeOpened: async ({ data }, { commands }) => {
      const { disputeId, bookingId, providerId, held, currency } = data;
      if (held === 0) return [];
      const state = await commands.load(earnings, providerId);
      if (state === null || valueOf(state.byBooking, bookingId) === undefined) {
        // The completion's own interaction may be a moment behind; the runner tries again.
        throw new Error(`booking ${bookingId} has no earning to hold yet`);
      }
      const hold = { type: "HoldEarning", disputeId, bookingId, amount: held, currency } as const;
      return [send(earnings, providerId, hold)];
    },
    DisputeResolved: ({ data }) => (data.outcome === "refund" ? [refund(data)] : [free(data)]),
  },
});

/** The refund that a dispute ends with. */
export function refundOfDispute(disputeId: string): string {
  return deriveId("dispute-refund", disputeId);
}

function free({ disputeId, providerId }: DisputeResolved): Instruction {
  return send(earnings, providerId, { type: "FreeEarning", disputeId });
}

/** Where the booking has not so much left to give back, nothing is, and nothing stays held. */
function refund(data: DisputeResolved): Instruction {
  const { disputeId, bookingId, resolution } = data;
  return {
    target: `booking-${bookingId}`,
    command: "GrantRefund",
    async deliver(commands, envelope) {
      const granted = await commands.execute(
        bookings,
        bookingId,
        {
          type: "GrantRefund",
          refundId: refundOfDispute(disputeId),
          amount: data.refund,
          reason: "dispute",
          notes: resolution,
          refundTo: "gateway",
        },
        envelope,
      );
      return isRejection(granted) ? free(data).deliver(commands, envelope) : undefined;
    },
  };
}
