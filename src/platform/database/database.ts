import pg from "pg";
import type { ReadModel } from "../../kernel/read-model.js";
import {
  clientConfig,
  openConnection,
  type Connection,
  type ConnectionOptions,
} from "./connection.js";
import { Listener, type Listening } from "./listener.js";
import { Pulse } from "./pulse.js";
import { SharedLines } from "./shared-lines.js";
import { StatementNames } from "./statement-names.js";
import { named } from "./unavailable.js";

/** Milliseconds after which the server gives up a statement, and after which we do. */
const LIMITS = { statement_timeout: 30_000, query_timeout: 35_000 };

/** What runs together or not at all. */
export interface Transaction extends ReadModel {
  /** Runs statements without values, several in one text if need be. */
  script(sql: string): Promise<void>;
}

/** Postgres as the whole program shares it. Everything it throws may be `DatabaseUnavailable`. */
export interface Database extends ReadModel {
  /** Commits what `work` did, or nothing of it when `work` throws. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /**
   * Calls `heard` with the payload of every NOTIFY on the channel, and with `undefined` after
   * each (re)connection, since whatever was sent before it was missed.
   */
  listen(channel: string, heard: (payload: string | undefined) => void): Listening;
  /** A session of its own, outside the pool; the caller closes it. */
  connect(options?: ConnectionOptions): Promise<Connection>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Connections of transactions; more callers than that wait for at most five seconds. */
  readonly poolSize: number;
}

/** Connects on first use, so it can be opened while Postgres is still away. */
export function openDatabase({ url, poolSize }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    ...clientConfig(url),
    max: poolSize,
    idleTimeoutMillis: 60_000,
    ...LIMITS,
  });
  // The pool drops an idle connection that breaks; whoever needs one next gets a new one.
  pool.on("error", () => undefined);
  // Nor may one that breaks between two statements of a transaction end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const names = new StatementNames();
  const lines = new SharedLines(url, LIMITS);
  const run: Run = async (statement) =>
    lines.query(statement) ?? (await pool.query(statement)).rows;
  const listener = new Listener(url);
  const pulse = new Pulse(url);
  return {
    rows: (sql, values) => pulse.watch(query(run, names, sql, values)),
    transaction: (work) => pulse.watch(transaction(pool, names, work)),
    listen: (channel, heard) => listener.listen(channel, heard),
    connect: (options) => openConnection(url, options),
    async close() {
      await Promise.all([listener.close(), lines.close(), pool.end()]);
    },
  };
}

/** A swap has put a table of other columns under the name that a prepared statement uses. */
function planIsStale(error: unknown): boolean {
  return error instanceof Error && error.message.includes("cached plan must not change result");
}

/** Sends one prepared statement on whatever session. */
type Run = <R extends object>(statement: pg.QueryConfig) => Promise<R[]>;

function prepared(names: StatementNames, sql: string, values: readonly unknown[]): pg.QueryConfig {
  const name = names.of(sql);
  const statement = { text: sql, values: [...values] };
  return name === undefined ? statement : { ...statement, name };
}

/** A statement on its own may be sent again where its plan was stale: it has done nothing. */
async function query<R extends object>(
  run: Run,
  names: StatementNames,
  sql: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  try {
    return await run<R>(prepared(names, sql, values));
  } catch (error) {
    if (!planIsStale(error)) throw named(error);
    names.renew(sql);
  }
  try {
    return await run<R>(prepared(names, sql, values));
  } catch (error) {
    throw named(error);
  }
}

/** Within a transaction a stale plan fails it whole; its caller may try again. */
async function queryWithin<R extends object>(
  client: pg.PoolClient,
  names: StatementNames,
  sql: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  try {
    return (await client.query<R>(prepared(names, sql, values))).rows;
  } catch (error) {
    if (!planIsStale(error)) throw named(error);
    names.renew(sql);
    throw error;
  }
}

async function transaction<T>(
  pool: pg.Pool,
  names: StatementNames,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw named(error);
  });
  try {
    await client.query("begin");
    const result = await work({
      rows: (sql, values) => queryWithin(client, names, sql, values),
      script: async (sql) => void (await client.query(sql)),
    });
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    // A connection on which not even a rollback succeeds is of no more use to anyone.
    await client.query("rollback").then(
      () => client.release(),
      () => client.release(true),
    );
    throw named(error);
  }
}
