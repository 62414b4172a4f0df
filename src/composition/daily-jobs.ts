import { SYSTEM } from "../kernel/event.js";
import { DAY, isoAfter, isoNow, type Clock } from "../kernel/clock.js";
import type { DailyJob } from "../kernel/daily-job.js";
import { isRejection } from "../kernel/rejection.js";
import { dateAt } from "../kernel/wall-time.js";
import { MARKETPLACE as EV, PAIR_MATCHING_HOUR } from "../markets/ev/policy.js";
import type { Reconciliation } from "../operations/ports.js";
import { presentRun } from "../operations/shapes/reconciliation.js";
import { webhookDeliveries } from "../platform/gateways/subscribers/deliveries.js";
import { forgetOldDeadlines } from "../platform/processing/deadlines.js";
import { Schedule } from "../platform/scheduling/schedule.js";
import type { Foundation } from "./foundation.js";
import type { PairMatching } from "./pair-matching.js";
import { utcOffsetOf } from "./reconciliation.js";

/** The jobs with what runs them at their hours. */
export interface Daily {
  readonly jobs: readonly DailyJob[];
  readonly schedule: Schedule;
}

/** Joins the jobs to the schedule; whoever opens it stops the schedule. */
export function openDaily(foundation: Foundation, work: DailyWork): Daily {
  const { config, database, clock, log } = foundation;
  const jobs = [
    ...reconciling(work.reconciliation, config.reconciliationHour),
    matchingPairs(work.matchPairs, clock),
    housekeeping(foundation),
  ];
  const schedule = new Schedule({ jobs, database, clock, log });
  return { jobs, schedule };
}

/** What is done every day, by itself or at the sandbox's word. */
interface DailyWork {
  readonly reconciliation: Reconciliation;
  readonly matchPairs: PairMatching;
}

function reconciling(reconciliation: Reconciliation, hour: number): readonly DailyJob[] {
  return reconciliation.marketplaces.map((marketplace) => ({
    name: "reconciliation",
    marketplace,
    hour,
    utcOffsetMinutes: utcOffsetOf(marketplace),
    async run(day) {
      const done = await reconciliation.run(marketplace, day, SYSTEM);
      if (isRejection(done)) throw new Error(done.message);
      return { changed: done.changed, ...presentRun(done.report) };
    },
  }));
}

/**
 * Months are counted in UTC, so are the days. A day on which nothing ran is not made up for: its
 * members are still there, and one run a day makes at most one pair for each earner.
 */
function matchingPairs(matchPairs: PairMatching, clock: Clock): DailyJob {
  return {
    name: "pair-matching",
    marketplace: EV,
    hour: PAIR_MATCHING_HOUR,
    utcOffsetMinutes: 0,
    run(day) {
      const yesterday = isoAfter(isoNow(clock), -DAY).slice(0, 10);
      return day < yesterday ? Promise.resolve({ matched: 0 }) : matchPairs(day);
    },
  };
}

/** The hour, in UTC, from which what nobody asks about any more is forgotten. */
const HOUSEKEEPING_HOUR = 4;

/**
 * Forgets what the service has noted for itself and only adds to. Sessions, codes, drafts and
 * rate limits are thrown out by those who keep them; idempotency keys are kept for ever.
 */
function housekeeping({ database, clock }: Foundation): DailyJob {
  const deliveries = webhookDeliveries(database);
  return {
    name: "housekeeping",
    marketplace: "house",
    hour: HOUSEKEEPING_HOUR,
    utcOffsetMinutes: 0,
    run: async () => ({
      webhook_deliveries: await deliveries.prune(clock.now()),
      process_deadlines: await forgetOldDeadlines(database),
    }),
  };
}

/**
 * The jobs by name, to be run at once in all their markets: for yesterday and for what there is
 * of today. Their schedule stays as it is.
 */
export function jobsAtOnce(
  jobs: readonly DailyJob[],
  now: () => number,
): Readonly<Record<string, () => Promise<object>>> {
  const names = [...new Set(jobs.map(({ name }) => name))];
  return Object.fromEntries(names.map((name) => [name, () => runAtOnce(jobs, name, now())]));
}

async function runAtOnce(jobs: readonly DailyJob[], name: string, now: number): Promise<object> {
  const reports: object[] = [];
  for (const job of jobs.filter((each) => each.name === name)) {
    for (const at of [now - DAY, now]) {
      reports.push(await job.run(dateAt(at, job.utcOffsetMinutes)));
    }
  }
  return { reports };
}
