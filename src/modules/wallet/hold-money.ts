import { isDeepStrictEqual } from "node:util";
import { valueOf } from "../../kernel/id-map.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { CaptureHold, PlaceHold } from "./commands.js";
import type { WalletEvent } from "./events.js";
import { refuseAmount, refuseOverspending } from "./refuse-amount.js";
import type { Hold, WalletState } from "./state.js";

type Outcome = readonly WalletEvent[] | Rejection;

/** Sets available money aside; it stays in the balance but cannot be spent or held again. */
export function placeHold(command: PlaceHold, state: WalletState): Outcome {
  const { type: _type, holdId, amount, ...why } = command;
  const told = { description: null, reference: null, purpose: null, ...why };
  const known = holdOf(holdId, state);
  if (known !== undefined) {
    if (known.amount === amount && isDeepStrictEqual(known.purpose, told.purpose)) return [];
    return reject("conflict", "hold_id_taken", "The hold id is used already.");
  }
  const refusal = refuseAmount(amount) ?? refuseOverspending(amount, state);
  if (refusal !== undefined) return refusal;
  if (state === null) throw new Error("an empty wallet let money be held");
  const { walletId, ownerId, currency } = state;
  const about = { walletId, ownerId, currency, holdId, amount };
  return [{ type: "WalletHoldPlaced", data: { ...about, bankAccount: null, ...told } }];
}

/** Frees what was held; what was captured is spent and cannot be freed. */
export function releaseHold(holdId: string, state: WalletState): Outcome {
  const hold = holdOf(holdId, state);
  if (state === null || hold === undefined) return unknown();
  if (hold.status === "released") return [];
  if (hold.status === "captured") return settled(hold);
  const { walletId, ownerId, currency } = state;
  const data = { walletId, ownerId, currency, holdId, amount: hold.amount };
  return [{ type: "WalletHoldReleased", data }];
}

/** Spends the whole of what was held; what was released is no longer there to be captured. */
export function captureHold(command: CaptureHold, state: WalletState): Outcome {
  const { holdId, transactionId, tax = null } = command;
  const hold = holdOf(holdId, state);
  if (state === null || hold === undefined) return unknown();
  if (hold.status === "captured") return [];
  if (hold.status === "released") return settled(hold);
  if (valueOf(state.movements, transactionId) !== undefined) {
    return reject("conflict", "transaction_id_taken", "The transaction id is already in use.");
  }
  const { walletId, ownerId, currency, balance } = state;
  const { amount, description, reference, purpose } = hold;
  const balances = { balanceBefore: balance, balanceAfter: balance - amount };
  const movement = { walletId, ownerId, currency, transactionId, amount, ...balances };
  const told = { description, reference, purpose, tax };
  return [{ type: "WalletHoldCaptured", data: { ...movement, holdId, ...told } }];
}

function holdOf(holdId: string, state: WalletState): Hold | undefined {
  return state === null ? undefined : valueOf(state.holds, holdId);
}

function unknown(): Rejection {
  return reject("not_found", "hold_unknown", "There is no such hold.");
}

function settled({ status }: Hold): Rejection {
  return reject("conflict", `hold_${status}`, `The hold is already ${status}.`);
}
