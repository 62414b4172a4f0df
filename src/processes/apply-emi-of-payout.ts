import { deriveId } from "../kernel/ids.js";
import { defineProcess, type Instruction } from "../kernel/process.js";
import { isRejection, mayPass } from "../kernel/rejection.js";
import { bookings } from "../modules/booking/booking.js";
import type { PayoutCompleted, PayoutEvent } from "../modules/payout/events.js";
import type { EmiPart } from "../kernel/payout-facts.js";
import { wallets } from "../modules/wallet/wallet.js";

/**
 * What a payout held back for an instalment pays it once the payout is completed (EV Distribution,
 * Create Payout Request: "EMI auto-fill"). If the booking no longer takes it, because it was
 * cancelled or paid meanwhile, the money goes back to the wallet.
 */
export const applyEmiOfPayout = defineProcess<PayoutEvent>({
  name: "apply-emi-of-payout",
  on: {
    PayoutCompleted: ({ data }) => (data.emi === null ? [] : [apply(data, data.emi)]),
  },
});

function apply(payout: PayoutCompleted, emi: EmiPart): Instruction {
  const { bookingId, ...payment } = emi;
  return {
    target: `booking-${bookingId}`,
    command: "PayInstalment",
    async deliver(commands, envelope) {
      const instalment = { type: "PayInstalment", ...payment, method: "emi_held" } as const;
      const paid = await commands.execute(bookings, bookingId, instalment, envelope);
      if (!isRejection(paid)) return undefined;
      if (mayPass(paid)) return paid;
      const { payeeId } = payout;
      const returned = await commands.execute(wallets, payeeId, giveBack(payout, emi), envelope);
      return isRejection(returned) ? returned : undefined;
    },
  };
}

function giveBack({ payoutId, payeeId, currency }: PayoutCompleted, emi: EmiPart) {
  return {
    type: "CreditWallet",
    walletId: payeeId,
    ownerId: payeeId,
    currency,
    transactionId: deriveId("emi-returned", payoutId),
    amount: emi.amount,
    kind: "emi_returned",
    description: "EMI of a payout that the booking no longer takes",
    reference: { type: "booking", number: null, id: emi.bookingId },
  } as const;
}
