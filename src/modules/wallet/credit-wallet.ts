import { valueOf } from "../../kernel/id-map.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { CreditWallet, Deduction } from "./commands.js";
import type { WalletEvent } from "./events.js";
import { refuseAmount } from "./refuse-amount.js";
import { refuseReuse } from "./same-transaction.js";
import type { WalletState } from "./state.js";

/**
 * Puts money in; the first credit opens the wallet. What is deducted in the same breath goes out
 * again at once. A repeat of a transaction changes nothing.
 */
export function creditWallet(
  command: CreditWallet,
  state: WalletState,
): readonly WalletEvent[] | Rejection {
  const { type: _type, deduction = null, most, ...rest } = command;
  const credit = { description: null, reference: null, returned: null, ...rest };
  const refusal = refuseAmount(credit.amount) ?? refuseDeduction(command);
  if (refusal !== undefined) return refusal;
  if (state !== null) {
    if (state.currency !== credit.currency || state.ownerId !== credit.ownerId) {
      return reject("conflict", "wallet_differs", "The wallet has another owner or currency.");
    }
    const before = valueOf(state.movements, credit.transactionId);
    if (before !== undefined) return refuseReuse(before, credit.amount) ?? [];
  }
  const balanceBefore = state?.balance ?? 0;
  const balanceAfter = balanceBefore + credit.amount;
  if (most !== undefined && balanceAfter > most) {
    return reject("invalid", "wallet_too_full", "The wallet would hold more than it may.");
  }
  const data = { ...credit, balanceBefore, balanceAfter };
  const credited = { type: "WalletCredited", data } as const;
  if (deduction === null) return [credited];
  return [credited, deducted(command, deduction, balanceAfter)];
}

function deducted(
  { walletId, ownerId, currency }: CreditWallet,
  { transactionId, amount, description = null, reference = null }: Deduction,
  balanceBefore: number,
): WalletEvent {
  const balances = { balanceBefore, balanceAfter: balanceBefore - amount };
  const movement = { walletId, ownerId, currency, transactionId, amount, ...balances };
  const told = { description, reference };
  const data = { ...movement, ...told, kind: "emi_deduction", bookingId: null } as const;
  return { type: "WalletDebited", data };
}

function refuseDeduction({ amount, deduction }: CreditWallet): Rejection | undefined {
  if (deduction === undefined || deduction === null) return undefined;
  const refusal = refuseAmount(deduction.amount);
  if (refusal !== undefined) return refusal;
  if (deduction.amount <= amount) return undefined;
  return reject("invalid", "deduction_too_large", "More is deducted than is credited.");
}
