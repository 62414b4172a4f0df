import pg from "pg";
import { inOneWrite } from "./one-write.js";
import { StatementNames } from "./statement-names.js";
import { typeParsers } from "./type-parsers.js";
import { named } from "./unavailable.js";

/** Milliseconds that any attempt to connect, or to get a connection of the pool, may take. */
const CONNECT_TIMEOUT = 5_000;

/** Unqualified names are read models first; times are UTC text whatever the server's zone is. */
const SESSION =
  "-c search_path=read,ops -c timezone=UTC -c datestyle=ISO -c client_min_messages=warning";

/** Milliseconds of the address' own `connect_timeout`, which is in seconds, or the usual ones. */
export function connectTimeout(url: string, usual = CONNECT_TIMEOUT): number {
  const told = Number(/[?&]connect_timeout=(\d+)/.exec(url)?.[1] ?? 0);
  return told > 0 ? told * 1_000 : usual;
}

export function clientConfig(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: connectTimeout(url),
    keepAlive: true,
    options: SESSION,
    types: typeParsers,
    application_name: "daybook",
  };
}

/** One session of Postgres with one owner, for locks, COPY and whatever outlasts a query. */
export interface Connection {
  /** As the kernel's ReadModel, in this session; the statement is prepared. */
  rows<R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** Runs statements without values, several in one text if need be. */
  script(sql: string): Promise<void>;
  /** The client itself, for COPY. */
  readonly client: pg.Client;
  /** Aborts when the session has ended, by whichever side. */
  readonly lost: AbortSignal;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  /** Sends statements without waiting for the answers of earlier ones. */
  readonly pipeline?: boolean;
  /** Milliseconds after which a statement without an answer ends the session; else none. */
  readonly patience?: number;
}

/** Opens a session of its own, outside the pool. */
export async function openConnection(
  url: string,
  { pipeline = false, patience }: ConnectionOptions = {},
): Promise<Connection> {
  const client = new pg.Client({ ...clientConfig(url), pipeline, query_timeout: patience });
  const names = new StatementNames();
  const ended = new AbortController();
  client.on("error", () => ended.abort());
  client.on("end", () => ended.abort());
  try {
    await client.connect();
  } catch (error) {
    throw named(error);
  }
  return {
    client,
    lost: ended.signal,
    async rows<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
      try {
        const name = names.of(sql);
        const query = { text: sql, values: [...values] };
        if (pipeline) inOneWrite(client);
        return (await client.query<R>(name === undefined ? query : { ...query, name })).rows;
      } catch (error) {
        throw named(error);
      }
    },
    async script(sql) {
      try {
        if (pipeline) inOneWrite(client);
        await client.query(sql);
      } catch (error) {
        throw named(error);
      }
    },
    async close() {
      // A session whose server is gone has nothing left to say good-bye to.
      await client.end().catch(() => undefined);
    },
  };
}
