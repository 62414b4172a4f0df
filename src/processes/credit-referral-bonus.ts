import { deriveId } from "../kernel/ids.js";
import { defineProcess, send } from "../kernel/process.js";
import { accounts } from "../modules/account/account.js";
import type { AccountEvent } from "../modules/account/events.js";
import { wallets } from "../modules/wallet/wallet.js";
import type { Ports } from "./ports.js";

/**
 * A member who is activated earns the one who recommended them a bonus: once, and nobody further
 * up (EV Distribution, Wallet Transactions: "REFERRAL_BONUS"; EV-R058).
 */
export const creditReferralBonus = defineProcess<AccountEvent, Ports>({
  name: "credit-referral-bonus",
  on: {
    async AccountActivated({ data, metadata }, ports) {
      const bonus = ports.rules(metadata.marketplace).referralBonus;
      const account = await ports.commands.load(accounts, data.accountId);
      const referrerId = account?.referredBy ?? null;
      if (bonus === undefined || account === null || referrerId === null) return [];
      const credit = send(wallets, referrerId, {
        type: "CreditWallet",
        walletId: referrerId,
        ownerId: referrerId,
        transactionId: deriveId("referral-bonus", data.accountId),
        kind: "referral_bonus",
        ...bonus,
        description: `Referral bonus (User #${account.number})`,
        reference: { type: "referral", number: account.number, id: data.accountId },
      });
      return [credit];
    },
  },
});
