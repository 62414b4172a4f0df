import type { App } from "../../../kernel/app.js";
import type { Minor } from "../../../kernel/money.js";
import { wallets } from "../../../modules/wallet/wallet.js";
import { CURRENCY, FULLEST_WALLET } from "../policy.js";

/**
 * "DEPOSIT: Manual deposits": money that reached the bank for a member, into their wallet; refused
 * where the wallet would hold more than it may.
 */
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
    most: FULLEST_WALLET,
    description,
    reference: { type: "deposit", number: null, id: transactionId },
  });
}
