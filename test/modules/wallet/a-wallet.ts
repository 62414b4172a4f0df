import type { WalletEvent } from "../../../src/modules/wallet/events.js";

const about = {
  walletId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1f01",
  ownerId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1f02",
  currency: "INR",
} as const;

const told = { description: null, reference: null };

/** A deposit of `amount`, from the command's fields. */
export function deposit(transactionId: string, amount: number) {
  return { ...about, ...told, transactionId, amount, kind: "deposit", returned: null } as const;
}

export function credited(transactionId: string, amount: number, balance: number): WalletEvent {
  const balances = { balanceBefore: balance, balanceAfter: balance + amount };
  return { type: "WalletCredited", data: { ...deposit(transactionId, amount), ...balances } };
}

export function debited(transactionId: string, amount: number, balance: number): WalletEvent {
  const balances = { balanceBefore: balance, balanceAfter: balance - amount };
  const movement = { ...about, ...told, transactionId, amount, ...balances };
  return { type: "WalletDebited", data: { ...movement, kind: "booking", bookingId: "b1" } };
}

export function placed(holdId: string, amount: number): WalletEvent {
  const why = { ...told, purpose: null, bankAccount: null };
  return { type: "WalletHoldPlaced", data: { ...about, holdId, amount, ...why } };
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
  const movement = { ...about, ...told, transactionId, amount, ...balances };
  return { type: "WalletHoldCaptured", data: { ...movement, holdId, purpose: null, tax: null } };
}
