import { DAY, MINUTE } from "../kernel/clock.js";
import type { Market } from "../kernel/market.js";
import { problemDialect } from "../kernel/problem-dialect.js";
import type { OperationsPorts } from "./ports.js";
import { abortRebuild } from "./routes/abort-rebuild.js";
import { confirmCashRefund, listCashRefunds } from "./routes/cash-refunds.js";
import { exportJournal } from "./routes/export-journal.js";
import { exportReconciliation } from "./routes/export-reconciliation.js";
import { followRebuild } from "./routes/follow-rebuild.js";
import { getAccount } from "./routes/get-account.js";
import { getMe } from "./routes/get-me.js";
import { getProjection } from "./routes/get-projection.js";
import { getTrialBalance } from "./routes/get-trial-balance.js";
import { importBankStatement } from "./routes/import-bank-statement.js";
import { listAccounts } from "./routes/list-accounts.js";
import { listChargebacks } from "./routes/list-chargebacks.js";
import { listEntries } from "./routes/list-entries.js";
import { listJobs } from "./routes/list-jobs.js";
import { listProjections } from "./routes/list-projections.js";
import { getReconciliation, listReconciliations } from "./routes/list-reconciliations.js";
import { listStuck } from "./routes/list-stuck.js";
import { logIn } from "./routes/log-in.js";
import { logOut } from "./routes/log-out.js";
import { readStream } from "./routes/read-stream.js";
import { readStreamState } from "./routes/read-stream-state.js";
import { rebuildProjection } from "./routes/rebuild-projection.js";
import { refreshSession } from "./routes/refresh-session.js";
import { retryReaction } from "./routes/retry-reaction.js";
import { rollBackProjection } from "./routes/roll-back-projection.js";
import { runReconciliation } from "./routes/run-reconciliation.js";
import { verifyProjection } from "./routes/verify-projection.js";
import { MARKETPLACE } from "./staff.js";

/** The staff API: ledger, audit, projections and what is stuck (DESIGN §11). */
export function operationsSurface(ports: OperationsPorts): Market {
  return {
    name: MARKETPLACE,
    title: "Operations",
    base: "/operations",
    hostBase: "",
    description: "For finance and administrators: the books, the log, and what waits for a person.",
    realms: ["staff"],
    dialect: problemDialect,
    limits: {
      login: { most: 30, window: MINUTE, by: "ip" },
      staff: { most: 1_200, window: MINUTE, by: "principal" },
    },
    routes: [
      logIn,
      refreshSession,
      logOut,
      getMe,
      listAccounts,
      getAccount,
      listEntries,
      getTrialBalance,
      ...exportJournal,
      listReconciliations,
      getReconciliation,
      exportReconciliation,
      runReconciliation(ports),
      importBankStatement(ports),
      listChargebacks,
      listCashRefunds,
      confirmCashRefund,
      readStream(ports),
      readStreamState(ports),
      listProjections(ports),
      getProjection(ports),
      rebuildProjection(ports),
      verifyProjection(ports),
      abortRebuild(ports),
      rollBackProjection(ports),
      listJobs(ports),
      listStuck(ports),
      retryReaction(ports),
    ],
    sockets: [followRebuild(ports)],
    tokens: { access: 15 * MINUTE, refresh: 7 * DAY },
    idempotencyHeader: "Idempotency-Key",
  };
}
