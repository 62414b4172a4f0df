import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../database/database.js";
import type { Answer } from "./answer.js";
import { COMMITS_LATER } from "./commits-later.js";

/** What a caller that repeats a request meets. */
export type Claim =
  /** The request is ours to carry out; hand the answer to `complete` or call `release`. */
  | { readonly outcome: "held"; readonly holder: string }
  | { readonly outcome: "answered"; readonly answer: Answer }
  /** The key was used with another request. */
  | { readonly outcome: "reused" }
  /** Another process carries it out and did not finish while we waited. */
  | { readonly outcome: "busy" };

/** First answers by idempotency key, kept for ever (DESIGN §12). */
export interface IdempotencyStore {
  claim(scope: string, fingerprint: string): Promise<Claim>;
  complete(scope: string, holder: string, answer: Answer): Promise<void>;
  /** Lets the same request be carried out again: its answer was not one to keep. */
  release(scope: string, holder: string): Promise<void>;
}

interface Stored {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly body: string | null;
  readonly position: number | null;
}

/**
 * A claim need not be on disk before the request runs, so its commit does not wait for that: were
 * it lost with the server's memory, the repeat would derive the same command ids.
 */
const TAKE = `
  insert into ops.idempotency (scope, fingerprint, holder, leased_until)
  values ($1, $2, $3, now() + $4 * interval '1 millisecond')
  on conflict (scope) do update set holder = excluded.holder, leased_until = excluded.leased_until
    where idempotency.status is null and idempotency.leased_until <= now()
      and idempotency.fingerprint = excluded.fingerprint
  returning ${COMMITS_LATER}`;

const LOOK = `
  select fingerprint, status, body, position from ops.idempotency where scope = $1`;

const COMPLETE = `
  update ops.idempotency set status = $3, body = $4, position = $5, answered_at = now()
  where scope = $1 and holder = $2 and status is null`;

const RELEASE = `
  update ops.idempotency set leased_until = '-infinity'
  where scope = $1 and holder = $2 and status is null`;

export interface IdempotencyTimes {
  /** Milliseconds after which a claim without an answer counts as its holder's death. */
  readonly lease: number;
  /** Milliseconds that a second caller waits for the first one's answer. */
  readonly patience: number;
}

const TIMES: IdempotencyTimes = { lease: 8_000, patience: 3_000 };
const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 200;

/**
 * The store in Postgres: one insert claims a key, one update keeps the answer.
 *
 * Leases run on the database's own clock, which all processes share. A holder that outlives its
 * lease does no harm: the one that took over derives the same command ids, and each command is
 * decided once.
 */
export function idempotencyStore(database: Database, times = TIMES): IdempotencyStore {
  async function take(scope: string, fingerprint: string): Promise<Claim | undefined> {
    const holder = randomUUID();
    const taken = await database.rows(TAKE, [scope, fingerprint, holder, times.lease]);
    if (taken.length > 0) return { outcome: "held", holder };
    const [stored] = await database.rows<Stored>(LOOK, [scope]);
    if (stored !== undefined && stored.fingerprint !== fingerprint) return { outcome: "reused" };
    const { status, body, position } = stored ?? { status: null, body: null, position: null };
    if (status === null || body === null) return undefined;
    return { outcome: "answered", answer: { status, body, position: position ?? 0 } };
  }

  return {
    async claim(scope, fingerprint) {
      let waited = 0;
      let pause = FIRST_PAUSE;
      for (;;) {
        const claim = await take(scope, fingerprint);
        if (claim !== undefined) return claim;
        if (waited >= times.patience) return { outcome: "busy" };
        await sleep(pause);
        waited += pause;
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    },
    async complete(scope, holder, { status, body, position }) {
      if (typeof body !== "string") throw new Error("an idempotent route answers with JSON");
      await database.rows(COMPLETE, [scope, holder, status, body, position]);
    },
    async release(scope, holder) {
      await database.rows(RELEASE, [scope, holder]);
    },
  };
}
