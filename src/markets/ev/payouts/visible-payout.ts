import type { App } from "../../../kernel/app.js";
import { callerId } from "../../../kernel/caller.js";
import type { Rejection } from "../../../kernel/rejection.js";
import { ok, type Reply } from "../../../kernel/route.js";
import {
  walletPayoutByNumber,
  type WalletPayoutView,
} from "../../../../projections/wallet-payouts.js";
import { MARKETPLACE } from "../policy.js";
import { notFound } from "../refusals.js";
import { isAdmin } from "../roles.js";
import { presentPayout } from "../shapes/payout.js";

/** The payout by its printed id; to others than its owner and the admins it does not exist. */
export function visiblePayout(app: App, number: number): Promise<WalletPayoutView | undefined> {
  const ownerId = isAdmin(app) ? undefined : callerId(app);
  return walletPayoutByNumber(app.reads, MARKETPLACE, number, ownerId);
}

/** Answers with the payout as it is once all has been done that follows from the request. */
export async function answerSettled(app: App, number: number): Promise<Reply | Rejection> {
  await app.settled();
  const payout = await visiblePayout(app, number);
  return payout === undefined ? notFound() : ok(presentPayout(payout));
}
