import type { App } from "../kernel/app.js";
import { deriveId } from "../kernel/ids.js";
import type { Minor } from "../kernel/money.js";
import { isRejection, reject, type Rejection } from "../kernel/rejection.js";
import { wallets } from "../modules/wallet/wallet.js";
import type { AccountRow } from "../../projections/accounts-table.js";
import { accountById } from "../../projections/accounts.js";
import { memberByNumber } from "../../projections/members.js";

/** Posts a test deposit into a customer's or member's wallet; the amount is in minor units. */
export async function creditWallet(
  app: App,
  deposit: { readonly marketplace: string; readonly userId: string; readonly amount: Minor },
): Promise<object | Rejection> {
  const account = await accountOf(app, deposit.marketplace, deposit.userId);
  if (account?.marketplace !== deposit.marketplace) {
    return reject("not_found", "account_unknown", "There is no such account in this marketplace.");
  }
  // A member's wallet is known by the member; a customer's had a name of its own from the start.
  const walletId = account.kind === "member" ? account.id : deriveId("wallet", account.id);
  const command = {
    type: "CreditWallet",
    walletId,
    ownerId: account.id,
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

/** By the id that its market prints: ours, or a member's number. */
function accountOf(app: App, marketplace: string, userId: string): Promise<AccountRow | undefined> {
  return /^\d{1,15}$/.test(userId)
    ? memberByNumber(app.reads, marketplace, Number(userId))
    : accountById(app.reads, userId);
}
