import { NO_IDS, valueOf, withId } from "../../kernel/id-map.js";
import type { Currency, Minor } from "../../kernel/money.js";
import type { WalletEvent } from "./events.js";
import type { Hold, Wallet, WalletState } from "./state.js";

/** The state after one more fact; the first one opens the wallet. */
export function evolve(state: WalletState, event: WalletEvent): WalletState {
  const { walletId, ownerId, currency, amount } = event.data;
  const wallet = state ?? emptyWallet(walletId, ownerId, currency);
  switch (event.type) {
    case "WalletCredited":
      return moved(wallet, event.data.transactionId, amount);
    case "WalletDebited":
      return moved(wallet, event.data.transactionId, -amount);
    case "WalletHoldPlaced":
      return holding(wallet, event.data.holdId, { amount, status: "held" });
    case "WalletHoldReleased":
      return holding(wallet, event.data.holdId, { amount, status: "released" });
    case "WalletHoldCaptured": {
      const { holdId, transactionId } = event.data;
      return holding(moved(wallet, transactionId, -amount), holdId, { amount, status: "captured" });
    }
  }
}

function emptyWallet(walletId: string, ownerId: string, currency: Currency): Wallet {
  const empty = { balance: 0, held: 0, holds: NO_IDS, movements: NO_IDS };
  return { walletId, ownerId, currency, ...empty };
}

function moved(wallet: Wallet, transactionId: string, amount: Minor): Wallet {
  const movements = withId(wallet.movements, transactionId, amount);
  return { ...wallet, balance: wallet.balance + amount, movements };
}

function holding(wallet: Wallet, holdId: string, hold: Hold): Wallet {
  const before = valueOf(wallet.holds, holdId);
  const change = heldIn(hold) - (before === undefined ? 0 : heldIn(before));
  return { ...wallet, held: wallet.held + change, holds: withId(wallet.holds, holdId, hold) };
}

function heldIn({ amount, status }: Hold): Minor {
  return status === "held" ? amount : 0;
}
