import { valueOf } from "../../kernel/id-map.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { CreditWallet } from "./commands.js";
import type { WalletEvent } from "./events.js";
import { refuseAmount } from "./refuse-amount.js";
import { refuseReuse } from "./same-transaction.js";
import type { WalletState } from "./state.js";

/** Puts money in; the first credit opens the wallet. A repeat of a transaction changes nothing. */
export function creditWallet(
  command: CreditWallet,
  state: WalletState,
): readonly WalletEvent[] | Rejection {
  const { type: _type, ...credit } = command;
  const refusal = refuseAmount(credit.amount);
  if (refusal !== undefined) return refusal;
  if (state !== null) {
    if (state.currency !== credit.currency || state.ownerId !== credit.ownerId) {
      return reject("conflict", "wallet_differs", "The wallet has another owner or currency.");
    }
    const before = valueOf(state.movements, credit.transactionId);
    if (before !== undefined) return refuseReuse(before, credit.amount) ?? [];
  }
  const balanceBefore = state?.balance ?? 0;
  const balances = { balanceBefore, balanceAfter: balanceBefore + credit.amount };
  return [{ type: "WalletCredited", data: { ...credit, ...balances } }];
}
