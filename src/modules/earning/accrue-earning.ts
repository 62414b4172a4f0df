import { valueOf } from "../../kernel/id-map.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { AccrueEarning } from "./commands.js";
import type { EarningEvent } from "./events.js";
import { refuseMoney } from "./refuse-money.js";
import type { EarningsState } from "./state.js";

/** The provider's share of a completed booking, pending until it is paid out; once a booking. */
export function accrueEarning(
  command: AccrueEarning,
  state: EarningsState,
): readonly EarningEvent[] | Rejection {
  const { type: _type, ...data } = command;
  const refusal = refuseMoney(data.amount, data.currency, state);
  if (refusal !== undefined) return refusal;
  const knownId = state === null ? undefined : valueOf(state.byBooking, data.bookingId);
  if (state === null || knownId === undefined) return [{ type: "EarningAccrued", data }];
  const known = valueOf(state.earnings, knownId);
  if (knownId === data.earningId && known?.accrued === data.amount) return [];
  return reject("conflict", "earning_differs", "The booking has earned another amount.");
}
