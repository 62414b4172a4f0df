import type { Clock } from "../../kernel/clock.js";
import type { Deadline } from "../../kernel/process.js";
import type { Database } from "../database/database.js";
import { keyOf, type Cause, type EventCause } from "./reaction.js";

/** Tries, the first included, before a reaction is put aside for people to look at. */
export const MOST_ATTEMPTS = 8;

const FIRST_DELAY = 2_000;
const LONGEST_DELAY = 15 * 60_000;

/** Milliseconds to wait after so many attempts. */
function retryDelay(attempts: number): number {
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempts - 1));
}

/** A reaction that threw and is to be tried again. */
export interface WaitingReaction {
  readonly process: string;
  readonly key: string;
  readonly attempts: number;
  /** The event's place, for reactions to events. */
  readonly stream: string | null;
  readonly revision: number | null;
  readonly deadline: Deadline | null;
}

/** Whose waiting reactions are meant. */
export interface ProcessSelection {
  readonly names: readonly string[];
  /** These alone; or else all others. */
  readonly wanted: boolean;
  readonly ordered: boolean;
}

/** The table `ops.process_retries`. */
export class Retries {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Notes a failure; after the last attempt the reaction is parked. */
  async failed(
    process: string,
    cause: Cause,
    { attempts, most }: { readonly attempts: number; readonly most: number },
    error: unknown,
  ): Promise<void> {
    const event = cause.kind === "event" ? cause.event : undefined;
    const deadline = cause.kind === "deadline" ? JSON.stringify(cause.deadline) : null;
    const delay = retryDelay(attempts);
    await this.#database.rows(
      `insert into ops.process_retries
         (process, key, stream, revision, position, deadline, attempts, next_at, next_real_at,
          last_error, parked_at)
       values ($1, $2, $3, $4, $5, $6, $7::integer, $8,
         now() + $9::integer * interval '1 millisecond', $10,
         case when $11::boolean then now() end)
       on conflict (process, key) do update set
         attempts = excluded.attempts, next_at = excluded.next_at,
         next_real_at = excluded.next_real_at, last_error = excluded.last_error,
         parked_at = excluded.parked_at`,
      [
        process,
        keyOf(cause),
        event?.stream ?? null,
        event?.revision ?? null,
        event?.position ?? null,
        deadline,
        attempts,
        new Date(this.#clock.now() + delay).toISOString(),
        delay,
        error instanceof Error ? (error.stack ?? error.message) : String(error),
        attempts >= most,
      ],
    );
  }

  /** Lets a reaction wait for its first try, which is due at once. */
  async queue(process: string, cause: EventCause): Promise<void> {
    const { stream, revision, position } = cause.event;
    await this.#database.rows(
      `insert into ops.process_retries
         (process, key, stream, revision, position, attempts, next_at, next_real_at, last_error)
       values ($1, $2, $3, $4, $5, 0, $6, now(), '')
       on conflict (process, key) do nothing`,
      [
        process,
        keyOf(cause),
        stream,
        revision,
        position,
        new Date(this.#clock.now()).toISOString(),
      ],
    );
  }

  /**
   * What is to be tried now, again or for the first time, by business time. Real time counts too,
   * so that a business clock that stands still does not hold up the healing.
   *
   * @param processes either these alone, or all but these; if ordered, only the first of a stream
   */
  due(limit: number, { names, wanted, ordered }: ProcessSelection): Promise<WaitingReaction[]> {
    return this.#database.rows<WaitingReaction>(
      `select process, key, attempts, stream, revision, deadline
       from ops.process_retries waiting
       where parked_at is null and (next_at <= $1 or next_real_at <= now())
         and (process = any($3::text[])) = $4::boolean
         and not ($5::boolean and exists (
           select from ops.process_retries earlier
           where earlier.process = waiting.process and earlier.stream = waiting.stream
             and earlier.position < waiting.position and earlier.parked_at is null))
       order by next_at, position limit $2`,
      [new Date(this.#clock.now()).toISOString(), limit, names, wanted, ordered],
    );
  }

  async succeeded({ process, key }: WaitingReaction): Promise<void> {
    await this.#database.rows("delete from ops.process_retries where process = $1 and key = $2", [
      process,
      key,
    ]);
  }
}
