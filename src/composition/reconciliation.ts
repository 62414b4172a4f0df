import type { PaymentGateway } from "../kernel/gateway.js";
import type { ProcessProgress, ProjectionProgress } from "../kernel/progress.js";
import { reject } from "../kernel/rejection.js";
import { instantAt } from "../kernel/wall-time.js";
import { MARKETPLACE, UTC_OFFSET_MINUTES } from "../markets/minuteserv/policy.js";
import type { Reconciliation } from "../operations/ports.js";
import { reconcileDay } from "../operations/reconciliation/reconcile-day.js";
import type { Foundation } from "./foundation.js";

/** Where the days of each market begin. */
const UTC_OFFSETS: Readonly<Record<string, number>> = { [MARKETPLACE]: UTC_OFFSET_MINUTES };

/** Milliseconds that a run waits for the consequences of what it has healed. */
const PATIENCE = 30_000;

const UNKNOWN_MARKET = reject("not_found", "marketplace_unknown", "There is no such marketplace.");
const NOT_BEGUN = reject("invalid", "day_not_begun", "This day has not begun yet.");

/** Joins the daily job to the stores, the gateway and the progress of projector and processes. */
export function reconciliationOn(
  { clock, config, database, eventLog }: Foundation,
  gateway: PaymentGateway,
  progress: { readonly projected: ProjectionProgress; readonly processed: ProcessProgress },
): Reconciliation {
  async function settled(): Promise<void> {
    await progress.processed.settled(await eventLog.feed.end(), PATIENCE);
    await progress.projected.reached(await eventLog.feed.end(), PATIENCE);
  }
  return {
    marketplaces: Object.keys(UTC_OFFSETS),
    async run(marketplace, date, actor) {
      const utcOffsetMinutes = UTC_OFFSETS[marketplace];
      if (utcOffsetMinutes === undefined) return UNKNOWN_MARKET;
      if (instantAt(date, 0, utcOffsetMinutes) > clock.now()) return NOT_BEGUN;
      const ports = {
        gateway,
        reads: database,
        commands: eventLog,
        now: clock.now(),
        tolerance: config.reconciliationTolerance,
        settled,
      };
      // One market's books take what a shared gateway settles for nobody: the first one's.
      const takesStrangers = marketplace === Object.keys(UTC_OFFSETS)[0];
      const day = { marketplace, date, utcOffsetMinutes, takesStrangers };
      return reconcileDay(ports, day, actor);
    },
  };
}

/** Minutes by which a market's days begin before UTC's. */
export function utcOffsetOf(marketplace: string): number {
  return UTC_OFFSETS[marketplace] ?? 0;
}
