import { valueOf } from "../../kernel/id-map.js";
import type { Rejection } from "../../kernel/rejection.js";
import type { DebitWallet } from "./commands.js";
import type { WalletEvent } from "./events.js";
import { refuseAmount, refuseOverspending } from "./refuse-amount.js";
import { refuseReuse } from "./same-transaction.js";
import type { WalletState } from "./state.js";

/** Spends available money. A repeat of a transaction changes nothing. */
export function debitWallet(
  command: DebitWallet,
  state: WalletState,
): readonly WalletEvent[] | Rejection {
  const { transactionId, amount, bookingId, kind = "booking" } = command;
  const before = state === null ? undefined : valueOf(state.movements, transactionId);
  if (before !== undefined) return refuseReuse(before, -amount) ?? [];
  const refusal = refuseAmount(amount) ?? refuseOverspending(amount, state);
  if (refusal !== undefined) return refusal;
  if (state === null) throw new Error("an empty wallet let money out");
  const { walletId, ownerId, currency, balance } = state;
  const { description = null, reference = null } = command;
  const balances = { balanceBefore: balance, balanceAfter: balance - amount };
  const movement = { walletId, ownerId, currency, transactionId, amount, ...balances };
  const data = { ...movement, description, reference, kind, bookingId };
  return [{ type: "WalletDebited", data }];
}
