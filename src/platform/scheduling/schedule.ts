import type { Logger } from "pino";
import { DAY, isoNow, type Clock } from "../../kernel/clock.js";
import type { DailyJob, DailyJobStatus } from "../../kernel/daily-job.js";
import { ADVISORY_LOCKS } from "../database/advisory-locks.js";
import type { Database } from "../database/database.js";
import { pause } from "../eventlog/waiting.js";
import { JobRecords, type DueJob } from "./job-records.js";
import { dayEndedBy, nextDue } from "./occurrence.js";

/** Milliseconds of real time between looks at what is due. */
const LOOK_INTERVAL = 1_000;

/** Milliseconds between tries to get the lock that another process holds. */
const LOCK_RETRY = 100;

/** Days that are made up for after a long standstill; older ones are left to people. */
const MOST_MISSED = 31;

export interface ScheduleOptions {
  readonly jobs: readonly DailyJob[];
  readonly database: Database;
  /** Business time: the sandbox's midnight counts. */
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Runs daily jobs, one process at a time. When each is due next stands in the database and moves
 * on only when a run has succeeded, so a crash or a change of the leader loses no day; days that
 * were missed are made up for, the oldest first.
 */
export class Schedule {
  readonly #options: ScheduleOptions;
  readonly #records: JobRecords;
  readonly #stopping = new AbortController();
  #introduced = false;
  #looking: Promise<void> | undefined;

  constructor(options: ScheduleOptions) {
    this.#options = options;
    this.#records = new JobRecords(options.database);
  }

  /** Looks now and then at what is due, until stopped. */
  start(): void {
    this.#looking ??= this.#look();
  }

  /** Ends after the run that is under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#looking;
  }

  /** Runs all that is due by now, after whoever else is at it. For the sandbox's clock. */
  runDueNow(): Promise<void> {
    return this.#runDue({ patient: true });
  }

  async status(): Promise<readonly DailyJobStatus[]> {
    await this.#introduce();
    const records = await this.#records.all();
    return records.flatMap((record) => {
      const job = this.#jobOf(record);
      return job === undefined ? [] : [{ ...record, hour: job.hour }];
    });
  }

  async #look(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#runDue({ patient: false });
      } catch (error) {
        this.#options.log.warn({ err: error }, "the daily jobs could not be looked at");
      }
      await pause(LOOK_INTERVAL, signal);
    }
  }

  /** Makes the jobs known, once a process: those that are new begin with their next hour. */
  async #introduce(): Promise<void> {
    if (this.#introduced) return;
    const { jobs, clock } = this.#options;
    for (const job of jobs) {
      const next = new Date(nextDue(job, clock.now())).toISOString();
      await this.#records.know(job, next, isoNow(clock));
    }
    this.#introduced = true;
  }

  /** @param patient waits for the lock and does not wait after failures */
  async #runDue({ patient }: { readonly patient: boolean }): Promise<void> {
    const { clock } = this.#options;
    await this.#introduce();
    if ((await this.#records.due(isoNow(clock), patient)).length === 0) return;
    const session = await this.#options.database.connect();
    try {
      const lock = "select pg_try_advisory_lock($1) as locked";
      const tryLock = async () => {
        const [row] = await session.rows<{ locked: boolean }>(lock, [ADVISORY_LOCKS.scheduling]);
        return row?.locked ?? false;
      };
      while (!(await tryLock())) {
        if (!patient || this.#stopping.signal.aborted) return;
        await pause(LOCK_RETRY, this.#stopping.signal);
      }
      await this.#runAll(patient, session.lost);
    } finally {
      await session.close();
    }
  }

  /** One day of each job a round, until no day is left that could be run. */
  async #runAll(patient: boolean, lost: AbortSignal): Promise<void> {
    const failed = new Set<DailyJob>();
    for (let more = true; more;) {
      more = false;
      for (const record of await this.#records.due(isoNow(this.#options.clock), patient)) {
        const job = this.#jobOf(record);
        if (lost.aborted || this.#stopping.signal.aborted) return;
        if (job === undefined || failed.has(job)) continue;
        if (await this.#runOne(job, record)) more = true;
        else failed.add(job);
      }
    }
  }

  async #runOne(job: DailyJob, record: DueJob): Promise<boolean> {
    const { clock, log } = this.#options;
    const earliest = nextDue(job, clock.now() - MOST_MISSED * DAY);
    const due = Math.max(Date.parse(record.next_at), earliest);
    const day = dayEndedBy(job, due);
    await this.#records.begun(job, day, isoNow(clock));
    try {
      const result = await job.run(day);
      const next = new Date(nextDue(job, due)).toISOString();
      await this.#records.succeeded(record, next, result, isoNow(clock));
      return true;
    } catch (error) {
      log.error({ err: error, job: job.name, marketplace: job.marketplace, day }, "a job failed");
      await this.#records.failed(record, error);
      return false;
    }
  }

  #jobOf({ name, marketplace }: Pick<DailyJob, "name" | "marketplace">): DailyJob | undefined {
    return this.#options.jobs.find((job) => job.name === name && job.marketplace === marketplace);
  }
}
