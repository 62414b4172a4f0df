import { valueOf, withId } from "../../kernel/id-map.js";
import type { EarningFreed, EarningHeld } from "./events.js";
import type { Earning, Earnings, Hold } from "./state.js";

/** The earning is kept from payouts, unless it is in one or paid already. */
export function held(state: Earnings, data: EarningHeld): Earnings {
  const { disputeId, earningId, bookingId, fromPending, toDebt } = data;
  const earning = earningOf(state, earningId);
  const all = fromPending + toDebt;
  const hold: Hold = { status: "open", earningId, bookingId, asked: all, held: all, toDebt };
  const kept: Earning =
    earning.status === "pending"
      ? { ...earning, amount: earning.amount - fromPending, status: "held" }
      : earning;
  return {
    ...state,
    earnings: withId(state.earnings, earningId, kept),
    debt: state.debt + toDebt,
    holds: withId(state.holds, disputeId, hold),
  };
}

/** What is given back is pending again, as an earning of its own where the old one is paid. */
export function freed(state: Earnings, data: EarningFreed): Earnings {
  const { disputeId, earningId, bookingId, bookingNumber, toPending, offDebt } = data;
  const hold = valueOf(state.holds, disputeId);
  if (hold === undefined) throw new Error(`dispute ${disputeId} frees what it does not hold`);
  const before = valueOf(state.earnings, earningId);
  const amount = (before?.amount ?? 0) + toPending;
  const order = before?.order ?? state.earnings.size;
  const accrued = before?.accrued ?? toPending;
  const status = amount === 0 ? "cancelled" : "pending";
  const earning: Earning = { bookingId, bookingNumber, accrued, amount, status, order };
  return {
    ...state,
    earnings:
      before === undefined && toPending === 0
        ? state.earnings
        : withId(state.earnings, earningId, earning),
    debt: state.debt - offDebt,
    holds: withId(state.holds, disputeId, { ...hold, status: "freed", held: 0 }),
  };
}

function earningOf(state: Earnings, earningId: string): Earning {
  const earning = valueOf(state.earnings, earningId);
  if (earning === undefined) throw new Error(`earning ${earningId} was never accrued`);
  return earning;
}
