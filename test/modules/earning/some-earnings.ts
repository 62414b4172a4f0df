import type { EarningEvent } from "../../../src/modules/earning/events.js";

export const providerId = "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f3a01";

export const about = { providerId, currency: "INR" } as const;

/** The earning `e<n>` of the booking `b<n>`. */
export function accrual(n: number, amount: number) {
  return {
    ...about,
    earningId: `e${n}`,
    bookingId: `b${n}`,
    bookingNumber: `BK-20240120-00000${n}`,
    bookingAmount: amount * 2,
    sharePercent: 50,
    amount,
    platformShare: amount,
  };
}

export function accrued(n: number, amount: number): EarningEvent {
  return { type: "EarningAccrued", data: accrual(n, amount) };
}

export function cashDebt(n: number, amount: number): EarningEvent {
  return { type: "CashDebtRecorded", data: { ...about, bookingId: `b${n}`, amount } };
}

export function reversed(
  refundId: string,
  n: number,
  [fromPending, toDebt, remaining]: readonly [number, number, number],
): EarningEvent {
  const which = { earningId: `e${n}`, bookingId: `b${n}`, refundId };
  const money = { fromPending, fromHeld: 0, toDebt, remaining };
  return { type: "EarningReversed", data: { ...about, ...which, ...money } };
}

/** The payout `p<n>` of earnings `e…`. */
export function reserved(
  n: number,
  earnings: readonly number[],
  gross: number,
  deduction = 0,
): EarningEvent {
  const which = { payoutId: `p${n}`, payoutNumber: `PO-20240120-00${n}`, rail: "upi" } as const;
  const money = { gross, deduction, net: gross - deduction };
  const earningIds = earnings.map((one) => `e${one}`);
  return { type: "EarningsReserved", data: { ...about, ...which, earningIds, ...money } };
}

export function settled(
  type: "EarningsPaid" | "EarningsReleased",
  n: number,
  earnings: readonly number[],
): EarningEvent {
  const earningIds = earnings.map((one) => `e${one}`);
  return { type, data: { providerId, payoutId: `p${n}`, earningIds } };
}

export function reserve(n: number, earningIds?: readonly string[]) {
  const which = { payoutId: `p${n}`, payoutNumber: `PO-20240120-00${n}`, rail: "upi" } as const;
  return { type: "ReserveForPayout", ...which, earningIds } as const;
}

export function reverse(refundId: string, n: number, amount: number) {
  return { type: "ReverseEarning", refundId, bookingId: `b${n}`, amount, currency: "INR" } as const;
}
