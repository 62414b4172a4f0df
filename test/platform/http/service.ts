import { randomUUID } from "node:crypto";
import type { ExecutionContext, TestFn } from "ava";
import { migrations } from "../../../migrations/index.js";
import type { Clock } from "../../../src/kernel/clock.js";
import type { Principal } from "../../../src/kernel/identity.js";
import type { Market } from "../../../src/kernel/market.js";
import { openDatabase, type Database } from "../../../src/platform/database/database.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { HTTP_DEFAULTS, type HttpConfig } from "../../../src/platform/http/config.js";
import {
  idempotencyStore,
  type IdempotencyTimes,
} from "../../../src/platform/http/idempotency-store.js";
import { rateLimits, type RateLimits } from "../../../src/platform/http/rate-limits.js";
import { createHttpServer, type HttpServer } from "../../../src/platform/http/server.js";
import { openIdentity, type Identity } from "../../../src/platform/identity/open-identity.js";
import { createLog, type LogOptions } from "../../../src/platform/telemetry/log.js";
import { createMetrics } from "../../../src/platform/telemetry/metrics.js";
import { createTestDatabase, type TestDatabase } from "../../world/database.js";
import { BAZAAR } from "./bazaar.js";
import { MemoryLog } from "./memory-log.js";

export const SECRET = "a secret of the tests, long enough for HS256";

const REPEATS: IdempotencyTimes = { lease: 60_000, patience: 60_000 };

export class TestClock implements Clock {
  #now = Date.parse("2026-01-05T10:00:00Z");

  now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

export interface ServiceOptions {
  readonly database: string;
  readonly markets?: readonly Market[];
  readonly config?: Partial<HttpConfig>;
  readonly clock?: TestClock;
  readonly log?: LogOptions;
  /** Times of idempotency keys; longer than any test unless told. */
  readonly repeats?: IdempotencyTimes;
  readonly checks?: Readonly<Record<string, () => Promise<boolean> | boolean>>;
}

export interface Service {
  readonly url: string;
  readonly clock: TestClock;
  readonly database: Database;
  readonly identity: Identity;
  readonly events: MemoryLog;
  readonly server: HttpServer;
  readonly rateLimits: RateLimits;
  /** An access token of a new customer, or of the given account. */
  token(account?: Partial<Pick<Principal, "id" | "realm" | "role">>): Promise<string>;
  close(): Promise<void>;
}

/**
 * A database of the test file's own with every migration and the table that effects are counted
 * in; the answer tells its URL once the tests run.
 */
export function databaseOf(test: TestFn): () => string {
  let held: TestDatabase | undefined;
  const url = (): string => held?.url ?? "";
  test.before(async () => {
    held = await createTestDatabase();
    await migrate(url(), migrations);
    const database = openDatabase({ url: url(), poolSize: 1 });
    await database.rows("create table ops.effects (name text not null)");
    await database.close();
  });
  test.after.always(() => held?.drop());
  return url;
}

/** One process of the service on a free port; it ends with the test, if not before. */
export async function startService(t: ExecutionContext, options: ServiceOptions): Promise<Service> {
  const clock = options.clock ?? new TestClock();
  const markets = options.markets ?? [BAZAAR];
  const log = createLog(options.log ?? { level: "silent", pretty: false });
  const database = openDatabase({ url: options.database, poolSize: 8 });
  const identity = await openIdentity({ database, clock, log, secret: SECRET, markets });
  const events = new MemoryLog();
  const limits = rateLimits(database, clock);
  const server = createHttpServer({
    markets,
    ports: {
      ...identity,
      clock,
      commands: events,
      reads: database,
      claims: { take: unused, owner: unused, release: unused },
      numbers: { next: unused },
      files: { keep: unused, read: unused, discard: unused },
      messenger: { send: unused },
      projected: events,
      processed: events,
      feed: events,
      payments: unusedGateway,
      idempotency: idempotencyStore(database, options.repeats ?? REPEATS),
      rateLimits: limits,
    },
    config: { ...HTTP_DEFAULTS, ...options.config },
    log,
    metrics: createMetrics(),
    checks: options.checks ?? {},
  });
  const port = await server.listen("127.0.0.1", 0);
  const close = once(async () => {
    await server.close();
    await identity.close();
    await database.close();
  });
  t.teardown(close);
  return {
    url: `http://127.0.0.1:${port}`,
    clock,
    database,
    identity,
    events,
    server,
    rateLimits: limits,
    async token({ id = randomUUID(), realm = "customer", role = "customer" } = {}) {
      const account = { id, marketplace: "bazaar", realm, role };
      return (await identity.sessions.start(account)).accessToken;
    },
    close,
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

function unused(): never {
  throw new Error("the bazaar does not use this port");
}

function unusedGateway(): never {
  throw new Error("the bazaar takes no payments");
}
