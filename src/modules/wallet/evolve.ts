import { NO_IDS, valueOf, withId } from "../../kernel/id-map.js";
import type { Currency, Minor } from "../../kernel/money.js";
import type { WalletEvent, WalletHoldPlaced } from "./events.js";
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
      return holding(wallet, event.data.holdId, held(event.data));
    case "WalletHoldReleased":
      return settled(wallet, event.data.holdId, "released");
    case "WalletHoldCaptured": {
      const { holdId, transactionId } = event.data;
      return settled(moved(wallet, transactionId, -amount), holdId, "captured");
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

function held({ amount, description, reference, purpose }: WalletHoldPlaced): Hold {
  return { amount, status: "held", description, reference, purpose };
}

function settled(wallet: Wallet, holdId: string, status: "released" | "captured"): Wallet {
  const hold = valueOf(wallet.holds, holdId);
  if (hold === undefined) throw new Error(`hold ${holdId} is settled before it was placed`);
  return holding(wallet, holdId, { ...hold, status });
}

function holding(wallet: Wallet, holdId: string, hold: Hold): Wallet {
  const before = valueOf(wallet.holds, holdId);
  const change = heldIn(hold) - (before === undefined ? 0 : heldIn(before));
  return { ...wallet, held: wallet.held + change, holds: withId(wallet.holds, holdId, hold) };
}

function heldIn({ amount, status }: Hold): Minor {
  return status === "held" ? amount : 0;
}
