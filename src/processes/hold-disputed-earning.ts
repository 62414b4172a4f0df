import type { Commands } from "../kernel/commands.js";
import { valueOf } from "../kernel/id-map.js";
import { deriveId } from "../kernel/ids.js";
import { defineProcess, send, type Instruction } from "../kernel/process.js";
import { isRejection, mayPass, reject } from "../kernel/rejection.js";
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
    DisputeOpened: ({ data }) => {
      const { disputeId, bookingId, providerId, held, currency } = data;
      if (held === 0) return [];
      const hold = { type: "HoldEarning", disputeId, bookingId, amount: held, currency } as const;
      return [send(earnings, providerId, hold)];
    },
    DisputeResolved: ({ data }) => (data.outcome === "refund" ? [refund(data)] : free(data)),
  },
});

/** The refund that a dispute ends with. */
export function refundOfDispute(disputeId: string): string {
  return deriveId("dispute-refund", disputeId);
}

/** Where nothing was held, nothing is freed. */
function free({ disputeId, providerId, held }: DisputeResolved): readonly Instruction[] {
  return held === 0 ? [] : [send(earnings, providerId, { type: "FreeEarning", disputeId })];
}

/**
 * The refund waits for the hold, whose use it ends. Where the booking has not so much left to give
 * back, nothing is, and nothing stays held.
 */
function refund(data: DisputeResolved): Instruction {
  const { disputeId, bookingId, resolution } = data;
  const grant = {
    type: "GrantRefund",
    refundId: refundOfDispute(disputeId),
    amount: data.refund,
    reason: "dispute",
    notes: resolution,
    refundTo: "gateway",
  } as const;
  return {
    target: `booking-${bookingId}`,
    command: "GrantRefund",
    async deliver(commands, envelope) {
      if (!(await isHeld(data, commands))) return NOT_HELD_YET;
      const granted = await commands.execute(bookings, bookingId, grant, envelope);
      if (!isRejection(granted)) return undefined;
      if (mayPass(granted)) return granted;
      const [freeing] = free(data);
      return freeing?.deliver(commands, envelope);
    },
  };
}

const NOT_HELD_YET = reject("not_found", "hold_unknown", "The dispute's money is not held yet.");

async function isHeld(
  { disputeId, providerId, held }: DisputeResolved,
  commands: Commands,
): Promise<boolean> {
  if (held === 0) return true;
  const state = await commands.load(earnings, providerId);
  return state !== null && valueOf(state.holds, disputeId) !== undefined;
}
