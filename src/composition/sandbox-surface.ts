import { newId } from "../kernel/ids.js";
import type { Market } from "../kernel/market.js";
import type { RateLimits } from "../platform/http/rate-limits.js";
import { creditWallet } from "../sandbox/credit-wallet.js";
import { logInAnyAccount } from "../sandbox/log-in-any-account.js";
import { sandboxSurface } from "../sandbox/surface.js";
import { jobsAtOnce, type Daily } from "./daily-jobs.js";
import type { Foundation } from "./foundation.js";
import type { Gateways } from "./gateways.js";
import type { PairMatching } from "./pair-matching.js";
import type { RunningRoles } from "./running-roles.js";

interface SandboxParts {
  readonly foundation: Foundation;
  readonly gateways: Gateways;
  readonly roles: RunningRoles;
  readonly limits: RateLimits;
  readonly daily: Daily;
  readonly matchPairs: PairMatching;
}

/** The sandbox's routes joined to their ports; undefined where there is no sandbox. */
export function surfaceOfSandbox({
  foundation,
  gateways: { pretended, subscribers },
  roles,
  limits,
  daily,
  matchPairs,
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
      // What fell due at midnight may have appended, and nobody shall miss it.
      await daily.schedule.runDueNow();
      await roles.projected.reached(await eventLog.feed.end(), 10_000);
    },
    jobs: {
      ...jobsAtOnce(daily.jobs, () => sandboxClock.now()),
      "pair-matching": () => matchPairs(newId()),
      deadlines: actOnDue,
      "webhook-retries": actOnDue,
      // Takes every refund that is under way, and answers when their webhooks have been acted on.
      refunds: async () => {
        await actOnDue();
        const processed = await pretended.razorpay.processRefunds();
        await actOnDue();
        return { processed };
      },
    },
    login: logInAnyAccount,
    creditWallet,
    resetThrottle: () => limits.reset(),
  });
}
