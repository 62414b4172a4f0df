import { NO_IDS, valueOf, withId, type IdMap } from "../../kernel/id-map.js";
import type { Currency } from "../../kernel/money.js";
import type { EarningAccrued, EarningEvent, EarningReversed, EarningsReserved } from "./events.js";
import { freed, held } from "./evolve-hold.js";
import { openHold } from "./hold-earning.js";
import type { Earning, Earnings, EarningsState, Reservation } from "./state.js";

/** The state after one more fact. A stream that does not begin with its first fact is broken. */
export function evolve(state: EarningsState, event: EarningEvent): EarningsState {
  switch (event.type) {
    case "EarningAccrued":
      return accrued(state ?? opened(event.data.providerId, event.data.currency), event.data);
    case "CashDebtRecorded": {
      const { providerId, currency, bookingId, amount } = event.data;
      const before = state ?? opened(providerId, currency);
      const cashDebts = withId(before.cashDebts, bookingId, amount);
      return { ...before, debt: before.debt + amount, cashDebts };
    }
    default:
  }
  if (state === null) throw new Error(`${event.type} stands before any earning`);
  switch (event.type) {
    case "EarningReversed":
      return reversed(state, event.data);
    case "EarningHeld":
      return held(state, event.data);
    case "EarningFreed":
      return freed(state, event.data);
    case "EarningsReserved":
      return reserved(state, event.data);
    case "EarningsPaid":
      return settled(state, event.data.payoutId, "paid");
    case "EarningsReleased":
      return settled(state, event.data.payoutId, "released");
  }
}

function opened(providerId: string, currency: Currency): Earnings {
  return {
    providerId,
    currency,
    earnings: NO_IDS,
    byBooking: NO_IDS,
    debt: 0,
    cashDebts: NO_IDS,
    reversals: NO_IDS,
    holds: NO_IDS,
    payouts: NO_IDS,
  };
}

function accrued(state: Earnings, data: EarningAccrued): Earnings {
  const { earningId, bookingId, bookingNumber, amount } = data;
  const order = state.earnings.size;
  const about = { bookingId, bookingNumber, order };
  const earning: Earning = { ...about, accrued: amount, amount, status: "pending" };
  return {
    ...state,
    earnings: withId(state.earnings, earningId, earning),
    byBooking: withId(state.byBooking, bookingId, earningId),
  };
}

function reversed(state: Earnings, data: EarningReversed): Earnings {
  const { earningId, refundId, bookingId, fromPending, fromHeld, toDebt, remaining } = data;
  const shrink = changing((earning) => {
    if (earning.status === "held") return { ...earning, amount: remaining };
    if (earning.status !== "pending") return earning;
    return { ...earning, amount: remaining, status: remaining === 0 ? "cancelled" : "pending" };
  });
  const earnings = shrink(state.earnings, earningId);
  const reversals = withId(state.reversals, refundId, fromPending + fromHeld + toDebt);
  const [disputeId, hold] = openHold(state, bookingId) ?? [];
  const holds =
    disputeId === undefined || hold === undefined
      ? state.holds
      : withId(state.holds, disputeId, { ...hold, held: hold.held - fromHeld });
  return { ...state, earnings, debt: state.debt + toDebt, reversals, holds };
}

function reserved(state: Earnings, data: EarningsReserved): Earnings {
  const { payoutId, payoutNumber, earningIds, deduction } = data;
  const reservation: Reservation = { status: "open", payoutNumber, earningIds, deduction };
  return {
    ...state,
    earnings: earningIds.reduce(
      changing((earning) => ({ ...earning, status: "reserved" })),
      state.earnings,
    ),
    debt: state.debt - deduction,
    payouts: withId(state.payouts, payoutId, reservation),
  };
}

function settled(state: Earnings, payoutId: string, status: "paid" | "released"): Earnings {
  const open = valueOf(state.payouts, payoutId);
  if (open === undefined) throw new Error(`payout ${payoutId} is ${status} but not reserved`);
  return {
    ...state,
    earnings: open.earningIds.reduce(
      changing((earning) => ({ ...earning, status: status === "paid" ? "paid" : "pending" })),
      state.earnings,
    ),
    debt: state.debt + (status === "released" ? open.deduction : 0),
    payouts: withId(state.payouts, payoutId, { ...open, status, earningIds: [] }),
  };
}

function changing(change: (earning: Earning) => Earning) {
  return (earnings: IdMap<Earning>, earningId: string): IdMap<Earning> => {
    const earning = valueOf(earnings, earningId);
    if (earning === undefined) throw new Error(`earning ${earningId} was never accrued`);
    return withId(earnings, earningId, change(earning));
  };
}
