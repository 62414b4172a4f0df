import type { App } from "../../../kernel/app.js";
import { callerId } from "../../../kernel/caller.js";
import {
  walletPayoutByNumber,
  type WalletPayoutView,
} from "../../../../projections/wallet-payouts.js";
import { MARKETPLACE } from "../policy.js";
import { isAdmin } from "../roles.js";

/** The payout by its printed id; to others than its owner and the admins it does not exist. */
export function visiblePayout(app: App, number: number): Promise<WalletPayoutView | undefined> {
  const ownerId = isAdmin(app) ? undefined : callerId(app);
  return walletPayoutByNumber(app.reads, MARKETPLACE, number, ownerId);
}
