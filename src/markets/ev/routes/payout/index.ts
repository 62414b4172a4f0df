import type { Route } from "../../../../kernel/route.js";
import { cancelPayout } from "./cancel-payout.js";
import { completePayout } from "./complete-payout.js";
import { createPayout } from "./create-payout.js";
import { listPayouts } from "./list-payouts.js";
import { listPayoutTransactions } from "./list-transactions.js";
import { processPayout } from "./process-payout.js";
import { rejectPayout } from "./reject-payout.js";

/** Payout APIs, in the order of the document, and what it left out. */
export const payoutRoutes: readonly Route[] = [
  createPayout,
  listPayouts,
  processPayout,
  completePayout,
  listPayoutTransactions,
  rejectPayout,
  cancelPayout,
];
