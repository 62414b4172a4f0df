import { reject, type Rejection } from "../../kernel/rejection.js";
import type { ResolveDispute } from "./commands.js";
import type { DisputeEvent } from "./events.js";
import type { Dispute } from "./state.js";

/**
 * Ends a dispute once and for all: dismissed without a refund, or with one above zero. The refund
 * may exceed what was held; the shortfall becomes the provider's debt (DESIGN §7), and the booking
 * sees to it that no more is given back than was paid.
 */
export function resolveDispute(
  { outcome, resolution, refund }: ResolveDispute,
  state: Dispute,
): readonly DisputeEvent[] | Rejection {
  if (state.status !== "open") {
    return reject("conflict", "dispute_already_resolved", "The dispute is already resolved.");
  }
  if (outcome === "dismissed" && refund !== 0) {
    return reject("invalid", "dismissed_with_refund", "A dismissed dispute refunds nothing.");
  }
  if (outcome === "refund" && refund <= 0) {
    return reject("invalid", "refund_not_positive", "The refund must be above zero.");
  }
  const { disputeId, bookingId, customerId, providerId, currency, held } = state;
  const about = { disputeId, bookingId, customerId, providerId };
  const data = { ...about, outcome, resolution, currency, held, refund };
  return [{ type: "DisputeResolved", data }];
}
