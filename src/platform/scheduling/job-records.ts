import type { DailyJob, DailyJobStatus } from "../../kernel/daily-job.js";
import type { ReadModel } from "../../kernel/read-model.js";

const FIRST_DELAY = 5_000;
const LONGEST_DELAY = 15 * 60_000;

type Named = Pick<DailyJob, "name" | "marketplace">;

/** A job whose time has come, by the business clock. */
export interface DueJob extends Named {
  readonly next_at: string;
  readonly failures: number;
}

/** The table `ops.daily_jobs`: when each job is due next and how its last run ended. */
export class JobRecords {
  readonly #database: ReadModel;

  constructor(database: ReadModel) {
    this.#database = database;
  }

  /**
   * Makes a new job known. One whose hour was changed is due at the new one from now on; one that
   * is overdue stays so.
   */
  async know({ name, marketplace }: Named, next: string, now: string): Promise<void> {
    await this.#database.rows(
      `insert into ops.daily_jobs as j (name, marketplace, next_at) values ($1, $2, $3)
       on conflict (name, marketplace) do update set next_at = excluded.next_at
       where j.next_at > $4 and j.next_at <> excluded.next_at`,
      [name, marketplace, next, now],
    );
  }

  /** @param failedToo also those that wait after a failure */
  due(now: string, failedToo: boolean): Promise<DueJob[]> {
    return this.#database.rows<DueJob>(
      `select name, marketplace, next_at, failures from ops.daily_jobs
       where next_at <= $1 and ($2::boolean or retry_at is null or retry_at <= now())
       order by next_at, name, marketplace`,
      [now, failedToo],
    );
  }

  async begun({ name, marketplace }: Named, day: string, now: string): Promise<void> {
    await this.#database.rows(
      `update ops.daily_jobs set last_day = $3, last_started_at = $4
       where name = $1 and marketplace = $2`,
      [name, marketplace, day, now],
    );
  }

  /** Moves the job on, unless somebody else has. */
  async succeeded(job: DueJob, next: string, result: object, now: string): Promise<void> {
    await this.#database.rows(
      `update ops.daily_jobs
       set next_at = $4, last_result = $5, last_ended_at = $6, last_error = null, failures = 0,
         retry_at = null
       where name = $1 and marketplace = $2 and next_at = $3`,
      [job.name, job.marketplace, job.next_at, next, JSON.stringify(result), now],
    );
  }

  async failed(job: DueJob, error: unknown): Promise<void> {
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(job.failures, 10));
    await this.#database.rows(
      `update ops.daily_jobs
       set last_error = $3, failures = failures + 1,
         retry_at = now() + $4::integer * interval '1 millisecond'
       where name = $1 and marketplace = $2`,
      [job.name, job.marketplace, error instanceof Error ? error.message : String(error), delay],
    );
  }

  all(): Promise<Omit<DailyJobStatus, "hour">[]> {
    return this.#database.rows(
      `select name, marketplace, next_at as next_run_at, last_day, last_started_at, last_ended_at,
         last_result, last_error, failures
       from ops.daily_jobs order by name, marketplace`,
    );
  }
}
