import type { App } from "../../../kernel/app.js";
import type { Minor } from "../../../kernel/money.js";
import { wallets } from "../../../modules/wallet/wallet.js";
import { CURRENCY } from "../policy.js";

/** "DEPOSIT: Manual deposits": money that reached the bank for a member, into their wallet. */
export function deposit(app: App, accountId: string, amount: Minor, description: string) {
  const transactionId = app.id("deposit");
  return app.execute(wallets, accountId, {
    type: "CreditWallet",
    walletId: accountId,
    ownerId: accountId,
    currency: CURRENCY,
    transactionId,
    amount,
    kind: "deposit",
    description,
    reference: { type: "deposit", number: null, id: transactionId },
  });
}
