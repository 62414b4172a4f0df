import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { clientConfig } from "./connection.js";
import { inOneWrite } from "./one-write.js";
import { DatabaseUnavailable, named } from "./unavailable.js";

/** Sessions, at most. A few serve many callers, since none of them waits for its turn. */
const MOST = 4;

/** Milliseconds between two looks at the lines. */
const LOOK = 20;

/** Milliseconds for which a server that has fallen silent may hold up the end. */
const PATIENCE = 1_000;

interface Line {
  readonly client: pg.Client;
  readonly ready: Promise<unknown>;
  /** Statements that were sent and are not answered. */
  inFlight: number;
  answered: number;
  /** How many were answered when we last looked; undefined if none was in flight. */
  seen: number | undefined;
  /** One statement has lasted from one look to the next: others keep off the line. */
  heldUp: boolean;
}

/**
 * Sessions of Postgres that many callers share: a statement is sent without waiting for the
 * answers of earlier ones, which halves what it costs on both sides. Each is a transaction of its
 * own. On a line they are answered in turn, so nobody is sent behind a slow one.
 */
export class SharedLines {
  readonly #config: pg.ClientConfig;
  readonly #lines = new Set<Line>();
  #closed = false;
  #watch: NodeJS.Timeout | undefined;

  /** @param limits the time limits of every statement, in milliseconds */
  constructor(
    url: string,
    limits: { readonly statement_timeout: number; readonly query_timeout: number },
  ) {
    this.#config = { ...clientConfig(url), ...limits, pipeline: true };
  }

  /** Undefined when every line is held up by a slow statement. */
  query<R extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<R[]> | undefined {
    const line = this.#free();
    return line === undefined ? undefined : this.#send<R>(line, statement);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#watch);
    const ends = [...this.#lines].map(hangUp);
    await Promise.race([Promise.all(ends), delay(PATIENCE, undefined, { ref: false })]);
  }

  /** The line with the fewest statements before one's own; a new one rather than a wait. */
  #free(): Line | undefined {
    let best: Line | undefined;
    for (const line of this.#lines) {
      if (line.heldUp) continue;
      if (best === undefined || line.inFlight < best.inFlight) best = line;
    }
    const wanted = best === undefined || best.inFlight > 0;
    return wanted && this.#lines.size < MOST && !this.#closed ? this.#open() : best;
  }

  #open(): Line {
    const client = new pg.Client(this.#config);
    const ready = client.connect();
    const line = { client, ready, inFlight: 0, answered: 0, seen: undefined, heldUp: false };
    this.#lines.add(line);
    const drop = (): void => void this.#lines.delete(line);
    client.on("error", drop).on("end", drop);
    line.ready.catch(drop);
    return line;
  }

  async #send<R extends pg.QueryResultRow>(line: Line, statement: pg.QueryConfig): Promise<R[]> {
    line.inFlight += 1;
    this.#watch ??= setInterval(() => this.#look(), LOOK).unref();
    try {
      await line.ready;
      inOneWrite(line.client);
      return (await line.client.query<R>(statement)).rows;
    } catch (error) {
      if (named(error) instanceof DatabaseUnavailable) this.#retireAll();
      throw error;
    } finally {
      line.inFlight -= 1;
      line.answered += 1;
      line.heldUp = false;
      if (!this.#lines.has(line)) retire(line);
    }
  }

  /**
   * Answers are read between two looks, however busy we are ourselves: a line without one is
   * slow on the server's side.
   */
  #look(): void {
    for (const line of this.#lines) {
      line.heldUp = line.inFlight > 0 && line.seen === line.answered;
      line.seen = line.inFlight > 0 ? line.answered : undefined;
    }
    if ([...this.#lines].some(({ inFlight }) => inFlight > 0)) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /** Where one line breaks the others have, or will: whoever comes next gets a new one. */
  #retireAll(): void {
    const lines = [...this.#lines];
    this.#lines.clear();
    for (const line of lines) retire(line);
  }
}

/** Ends a line that nobody gets any more, once its last statement is answered. */
function retire(line: Line): void {
  if (line.inFlight === 0) void hangUp(line);
}

/** Says good-bye once the server has let us in: while it asks who we are, it expects no other. */
async function hangUp({ client, ready }: Line): Promise<void> {
  await ready.then(() => client.end()).catch(() => undefined);
}
