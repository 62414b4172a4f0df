import type { WalletEvent } from "../../../src/modules/wallet/events.js";

const about = {
  walletId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1f01",
  ownerId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1f02",
  currency: "INR",
} as const;

/** A deposit of `amount`, from the command's fields. */
export function deposit(transactionId: string, amount: number) {
  return { ...about, transactionId, amount, kind: "deposit", reference: null } as const;
}

export function credited(transactionId: string, amount: number, balance: number): WalletEvent {
  const balances = { balanceBefore: balance, balanceAfter: balance + amount };
  return { type: "WalletCredited", data: { ...deposit(transactionId, amount), ...balances } };
}

export function debited(transactionId: string, amount: number, balance: number): WalletEvent {
  const balances = { balanceBefore: balance, balanceAfter: balance - amount };
  const movement = { ...about, transactionId, amount, ...balances, reference: null };
  return { type: "WalletDebited", data: { ...movement, bookingId: "b1" } };
}

export function placed(holdId: string, amount: number): WalletEvent {
  return { type: "WalletHoldPlaced", data: { ...about, holdId, amount } };
}

export function released(holdId: string, amount: number): WalletEvent {
  return { type: "WalletHoldReleased", data: { ...about, holdId, amount } };
}

export function captured(
  holdId: string,
  transactionId: string,
  amount: number,
  balance: number,
): WalletEvent {
  const balances = { balanceBefore: balance, balanceAfter: balance - amount };
  const movement = { ...about, transactionId, amount, ...balances, reference: null };
  return { type: "WalletHoldCaptured", data: { ...movement, holdId } };
}
