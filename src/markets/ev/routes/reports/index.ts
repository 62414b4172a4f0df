import type { Route } from "../../../../kernel/route.js";
import { getDashboard } from "./get-dashboard.js";
import { getSalesReport } from "./get-sales-report.js";
import { getUserReport } from "./get-user-report.js";
import { getWalletReport } from "./get-wallet-report.js";

/** Reports APIs, in the order of the document. */
export const reportRoutes: readonly Route[] = [
  getDashboard,
  getSalesReport,
  getUserReport,
  getWalletReport,
];
