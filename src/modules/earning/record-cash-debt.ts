import { valueOf } from "../../kernel/id-map.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { RecordCashDebt } from "./commands.js";
import type { EarningEvent } from "./events.js";
import { refuseMoney } from "./refuse-money.js";
import type { EarningsState } from "./state.js";

/**
 * The provider took cash that belongs to the platform (Minuteserv, Cash Payment): they owe it until
 * a payout nets it. Once a booking.
 */
export function recordCashDebt(
  command: RecordCashDebt,
  state: EarningsState,
): readonly EarningEvent[] | Rejection {
  const { type: _type, ...data } = command;
  const refusal = refuseMoney(data.amount, data.currency, state);
  if (refusal !== undefined) return refusal;
  const known = state === null ? undefined : valueOf(state.cashDebts, data.bookingId);
  if (known === data.amount) return [];
  if (known === undefined) return [{ type: "CashDebtRecorded", data }];
  return reject("conflict", "cash_debt_differs", "The booking's cash has another amount.");
}
