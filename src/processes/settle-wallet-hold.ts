import { defineProcess, send, type Instruction } from "../kernel/process.js";
import { isRejection, mayPass } from "../kernel/rejection.js";
import { bookings } from "../modules/booking/booking.js";
import { payoutOfHold } from "../modules/payout/payout-of-hold.js";
import { payouts } from "../modules/payout/payout.js";
import type { PayoutCancelled, PayoutEvent } from "../modules/payout/events.js";
import type { WalletEvent, WalletHoldPlaced } from "../modules/wallet/events.js";
import type { InstalmentPurpose, PayoutPurpose } from "../modules/wallet/facts.js";
import { captureForPayout, returnOfPayout } from "../modules/wallet/payout-leaving.js";
import { wallets } from "../modules/wallet/wallet.js";

/**
 * What a wallet holds is spent or freed, as what it was held for decides. The requests do each
 * step at once; this finishes what a crash between two streams left undone, so that no hold stays
 * behind (EV Distribution, Make Payment for Booking and the payouts).
 */
export const settleWalletHold = defineProcess<PayoutEvent | WalletEvent>({
  name: "settle-wallet-hold",
  on: {
    WalletHoldPlaced: ({ data }) => {
      const { purpose } = data;
      if (purpose === null) return [];
      return [purpose.kind === "payout" ? request(data, purpose) : pay(data, purpose)];
    },
    PayoutSent: ({ data }) => [send(wallets, data.payeeId, captureForPayout(data))],
    PayoutCancelled: ({ data }) => [release(data)],
    PayoutRejected: ({ data }) => {
      if (data.from === "pending") return [release(data)];
      // The money may not have left yet; it must before it can come back.
      const capture = send(wallets, data.payeeId, captureForPayout(data));
      return [capture, send(wallets, data.payeeId, returnOfPayout(data))];
    },
  },
});

function release({ payeeId, payoutId, holdId }: PayoutCancelled): Instruction {
  if (holdId === null) throw new Error(`payout ${payoutId} is drawn on no wallet`);
  return send(wallets, payeeId, { type: "ReleaseHold", holdId });
}

/** The booking decides; a refusal stays one, since what remains only shrinks. */
function pay(hold: WalletHoldPlaced, purpose: InstalmentPurpose): Instruction {
  const { bookingId, paymentId, paymentNumber, transactionId } = purpose;
  const { walletId, holdId, amount } = hold;
  return {
    target: `booking-${bookingId}`,
    command: "PayInstalment",
    async deliver(commands, envelope) {
      const payment = {
        paymentId,
        paymentNumber,
        transactionId,
        amount,
        method: "wallet",
      } as const;
      const instalment = { type: "PayInstalment", ...payment } as const;
      const paid = await commands.execute(bookings, bookingId, instalment, envelope);
      if (isRejection(paid) && mayPass(paid)) return paid;
      const settle = isRejection(paid)
        ? ({ type: "ReleaseHold", holdId } as const)
        : ({ type: "CaptureHold", holdId, transactionId: paymentId } as const);
      const settled = await commands.execute(wallets, walletId, settle, envelope);
      return isRejection(settled) ? settled : undefined;
    },
  };
}

/** The payout takes the hold over; one that cannot be frees it again. */
function request(hold: WalletHoldPlaced, purpose: PayoutPurpose): Instruction {
  const { walletId, holdId } = hold;
  return {
    target: `payout-${purpose.payoutId}`,
    command: "RequestPayout",
    async deliver(commands, envelope) {
      const asked = payoutOfHold(hold, purpose);
      const opened = await commands.execute(payouts, purpose.payoutId, asked, envelope);
      if (!isRejection(opened)) return undefined;
      if (mayPass(opened)) return opened;
      const freed = { type: "ReleaseHold", holdId } as const;
      const settled = await commands.execute(wallets, walletId, freed, envelope);
      return isRejection(settled) ? settled : undefined;
    },
  };
}
