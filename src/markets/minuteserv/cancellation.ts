import type { CancellationPolicy } from "../../modules/booking/commands.js";
import { CANCELLABLE_FROM, type MinuteservSettings } from "./policy.js";

/** The fee rule as staff have set it at this moment. */
export function cancellationPolicy(settings: MinuteservSettings): CancellationPolicy {
  return {
    freeMinutes: settings.free_cancellation_minutes,
    feePercent: settings.cancellation_fee_percentage,
    cancellableFrom: CANCELLABLE_FROM,
  };
}
