import { deriveId } from "../../../src/kernel/ids.js";
import { payments } from "../../../src/modules/payment/payment.js";
import { wallets } from "../../../src/modules/wallet/wallet.js";
import type { Business } from "./business.js";

/** Every refund of a payment reaches the customer, or their wallet. */
export function confirmRefunds(business: Business, id: string): void {
  const payment = business.state(payments, id);
  for (const { refundId, to, amount, status } of payment?.refunds ?? []) {
    if (to === "wallet" && status !== "confirmed" && payment !== null) {
      const walletId = deriveId("wallet", business.marketplace, payment.customerId);
      business.perform(wallets, walletId, {
        type: "CreditWallet",
        walletId,
        ownerId: payment.customerId,
        currency: "INR",
        transactionId: refundId,
        amount,
        kind: "refund",
        description: "Refund",
      });
    }
    const confirmation = { refundId, gatewayRefundId: null, amount: null };
    business.perform(payments, id, { type: "ConfirmRefund", ...confirmation });
  }
}
