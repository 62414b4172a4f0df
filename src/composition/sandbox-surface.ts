import { SYSTEM } from "../kernel/event.js";
import type { Market } from "../kernel/market.js";
import { isRejection } from "../kernel/rejection.js";
import type { Reconciliation } from "../operations/ports.js";
import { presentRun } from "../operations/shapes/reconciliation.js";
import type { RateLimits } from "../platform/http/rate-limits.js";
import { creditWallet } from "../sandbox/credit-wallet.js";
import { logInAnyAccount } from "../sandbox/log-in-any-account.js";
import { sandboxSurface } from "../sandbox/surface.js";
import type { Foundation } from "./foundation.js";
import type { Gateways } from "./gateways.js";
import { latestDays } from "./reconciliation.js";
import type { RunningRoles } from "./running-roles.js";

interface SandboxParts {
  readonly foundation: Foundation;
  readonly gateways: Gateways;
  readonly roles: RunningRoles;
  readonly limits: RateLimits;
  readonly reconciliation: Reconciliation;
}

/** The sandbox's routes joined to their ports; undefined where there is no sandbox. */
export function surfaceOfSandbox({
  foundation,
  gateways: { pretended, subscribers },
  roles,
  limits,
  reconciliation,
}: SandboxParts): Market | undefined {
  const { sandboxClock, eventLog } = foundation;
  if (sandboxClock === undefined || pretended === undefined) return undefined;
  const actOnDue = async () => {
    const { delivered } = await roles.processed.runDueNow();
    await roles.projected.reached(await eventLog.feed.end(), 10_000);
    return { delivered };
  };
  return sandboxSurface({
    clock: sandboxClock,
    outbox: pretended.outbox,
    razorpay: pretended.razorpay,
    webhooks: subscribers,
    async runDueNow() {
      await actOnDue();
    },
    jobs: {
      deadlines: actOnDue,
      "webhook-retries": actOnDue,
      reconciliation: () => reconcileOfLate(reconciliation, sandboxClock.now()),
      refunds: async () => ({ processed: await pretended.razorpay.processRefunds() }),
    },
    login: logInAnyAccount,
    creditWallet,
    resetThrottle: () => limits.reset(),
  });
}

/** Yesterday and what there is of today, of every market. */
async function reconcileOfLate(reconciliation: Reconciliation, now: number) {
  const reports: object[] = [];
  for (const marketplace of reconciliation.marketplaces) {
    for (const date of latestDays(marketplace, now)) {
      const done = await reconciliation.run(marketplace, date, SYSTEM);
      if (isRejection(done)) throw new Error(done.message);
      reports.push({ changed: done.changed, ...presentRun(done.report) });
    }
  }
  return { reports };
}
