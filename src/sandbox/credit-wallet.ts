import type { App } from "../kernel/app.js";
import { deriveId } from "../kernel/ids.js";
import type { Minor } from "../kernel/money.js";
import { isRejection, reject, type Rejection } from "../kernel/rejection.js";
import { wallets } from "../modules/wallet/wallet.js";
import { accountById } from "../../projections/accounts.js";

/** Posts a test deposit into a customer's or member's wallet; the amount is in minor units. */
export async function creditWallet(
  app: App,
  deposit: { readonly marketplace: string; readonly userId: string; readonly amount: Minor },
): Promise<object | Rejection> {
  const account = await accountById(app.reads, deposit.userId);
  if (account?.marketplace !== deposit.marketplace) {
    return reject("not_found", "account_unknown", "There is no such account in this marketplace.");
  }
  const walletId = deriveId("wallet", deposit.userId);
  const command = {
    type: "CreditWallet",
    walletId,
    ownerId: deposit.userId,
    currency: "INR",
    transactionId: app.id("deposit"),
    amount: deposit.amount,
    kind: "deposit",
    description: "Sandbox deposit",
  } as const;
  const credited = await app.execute(wallets, walletId, command, deposit.marketplace);
  if (isRejection(credited)) return credited;
  return { wallet_id: walletId, balance: credited.state?.balance ?? 0 };
}
