import { SYSTEM } from "../kernel/event.js";
import { DAY, MINUTE } from "../kernel/clock.js";
import type { DailyJob } from "../kernel/daily-job.js";
import { isRejection } from "../kernel/rejection.js";
import type { Reconciliation } from "../operations/ports.js";
import { presentRun } from "../operations/shapes/reconciliation.js";
import { Schedule } from "../platform/scheduling/schedule.js";
import type { Foundation } from "./foundation.js";
import { utcOffsetOf } from "./reconciliation.js";

/** The jobs with what runs them at their hours. */
export interface Daily {
  readonly jobs: readonly DailyJob[];
  readonly schedule: Schedule;
}

/** Joins the jobs to the schedule; whoever opens it stops the schedule. */
export function openDaily(foundation: Foundation, reconciliation: Reconciliation): Daily {
  const { config, database, clock, log } = foundation;
  const jobs = dailyJobs({ reconciliation, reconciliationHour: config.reconciliationHour });
  const schedule = new Schedule({ jobs, database, clock, log });
  return { jobs, schedule };
}

/** What is done every day in every market, by itself or at the sandbox's word. */
function dailyJobs(parts: {
  readonly reconciliation: Reconciliation;
  readonly reconciliationHour: number;
}): readonly DailyJob[] {
  const { reconciliation, reconciliationHour: hour } = parts;
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
    const there = now + job.utcOffsetMinutes * MINUTE;
    for (const at of [there - DAY, there]) {
      reports.push(await job.run(new Date(at).toISOString().slice(0, 10)));
    }
  }
  return { reports };
}
