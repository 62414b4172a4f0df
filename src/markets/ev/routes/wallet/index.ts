import type { Route } from "../../../../kernel/route.js";
import { depositMoney } from "./deposit-money.js";
import { getWallet } from "./get-wallet.js";
import { listWalletTransactions } from "./list-transactions.js";

/** Wallet APIs, in the order of the document, and what it left out. */
export const walletRoutes: readonly Route[] = [getWallet, listWalletTransactions, depositMoney];
