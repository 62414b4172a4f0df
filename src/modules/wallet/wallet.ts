import { defineAggregate } from "../../kernel/decider.js";
import type { Rejection } from "../../kernel/rejection.js";
import type { WalletCommand } from "./commands.js";
import { creditWallet } from "./credit-wallet.js";
import { debitWallet } from "./debit-wallet.js";
import { walletEvents, type WalletEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { captureHold, placeHold, releaseHold } from "./hold-money.js";
import type { WalletState } from "./state.js";

function decide(command: WalletCommand, state: WalletState): readonly WalletEvent[] | Rejection {
  switch (command.type) {
    case "CreditWallet":
      return creditWallet(command, state);
    case "DebitWallet":
      return debitWallet(command, state);
    case "PlaceHold":
      return placeHold(command, state);
    case "ReleaseHold":
      return releaseHold(command.holdId, state);
    case "CaptureHold":
      return captureHold(command, state);
  }
}

/** A member's money with us: one stream, so that its last rupee cannot be spent twice. */
export const wallets = defineAggregate<WalletCommand, WalletState, WalletEvent>({
  category: "wallet",
  events: walletEvents,
  initial: null,
  decide,
  evolve,
});
