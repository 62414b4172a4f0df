import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../database/database.js";
import type { Listening } from "../database/listener.js";
import type { Logger } from "../telemetry/log.js";

export type EndReason = "ended" | "blocked";

/** A session whose access tokens could still be out. */
export interface EndedSession {
  readonly id: string;
  readonly ended_why: EndReason;
  /** When the last of its access tokens expires, business time. */
  readonly access_until: number;
}

export const SESSIONS_ENDED = "daybook_sessions_ended";

const STILL_OUT = `
  select id, ended_why, access_until from ops.sessions
  where ended_at is not null and access_until > $1`;

const RETRY_DELAY = 500;

/** Beyond so many, sessions whose last access token has expired are forgotten. */
const SWEEP_AT = 10_000;

/**
 * The ended sessions, in memory on every process: a request costs a look-up, no query. Told by
 * NOTIFY, and read anew from the table after each reconnection.
 */
export class Revocations {
  readonly #ended = new Map<string, EndedSession>();
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #log: Logger;
  #listening: Listening | undefined;
  #retry: NodeJS.Timeout | undefined;
  #loaded: Promise<void> = Promise.resolve();

  constructor(database: Database, clock: Clock, log: Logger) {
    this.#database = database;
    this.#clock = clock;
    this.#log = log;
  }

  /** Begins to listen; resolves when the table has been read, throws when it cannot be. */
  async open(): Promise<void> {
    this.#listening = this.#database.listen(SESSIONS_ENDED, (payload) => {
      if (payload === undefined) this.#loaded = this.#load();
      else this.add(JSON.parse(payload) as EndedSession);
    });
    await this.#read();
  }

  async close(): Promise<void> {
    clearTimeout(this.#retry);
    this.#listening?.close();
    this.#listening = undefined;
    await this.#loaded;
  }

  add(session: EndedSession): void {
    if (this.#ended.size >= SWEEP_AT) this.#sweep();
    this.#ended.set(session.id, session);
  }

  /** Why the session's tokens are refused; undefined while it stands. */
  why(sessionId: string): EndReason | undefined {
    return this.#ended.get(sessionId)?.ended_why;
  }

  async #read(): Promise<void> {
    const rows = await this.#database.rows<EndedSession>(STILL_OUT, [this.#clock.now()]);
    for (const session of rows) this.add(session);
  }

  async #load(): Promise<void> {
    try {
      await this.#read();
    } catch (error) {
      this.#log.warn({ cause: String(error) }, "cannot read the ended sessions yet");
      this.#loadLater();
    }
  }

  #loadLater(): void {
    if (this.#listening === undefined) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#loaded = this.#load();
    }, RETRY_DELAY);
  }

  #sweep(): void {
    const now = this.#clock.now();
    for (const { id, access_until } of this.#ended.values()) {
      if (access_until <= now) this.#ended.delete(id);
    }
  }
}
