import { EventStoreDBClient } from "@eventstore/db-client";
import { LogUnavailable } from "./log-unavailable.js";
import { forgiveStrayRejections } from "./stray-rejections.js";
import { pause, within } from "./waiting.js";

/**
 * The client keeps waiting appends in one table for all its connections: a connection that dies
 * late rejects what was sent on its successor, and the successor's replies then crash the
 * process. So nothing is appended for a moment after a connection has failed.
 */
const QUIET_AFTER_FAILURE = 50;

/** The client cancels its streams on dispose and waits for each to end; a dead one may not. */
const DISPOSE_WAIT = 2_000;

/** The one client of the process (it tolerates no second one), and whether it is of use. */
export class Connection {
  readonly client: EventStoreDBClient;
  readonly #stopForgiving = forgiveStrayRejections();
  #quietUntil = 0;
  #disposed = false;

  constructor(url: string) {
    this.client = EventStoreDBClient.connectionString(url);
  }

  /** To be told about every failed call, so that appends hold back while things settle. */
  failed(): void {
    this.#quietUntil = performance.now() + QUIET_AFTER_FAILURE;
  }

  /** Resolves once appending is safe again. */
  async settled(): Promise<void> {
    const wait = this.#quietUntil - performance.now();
    if (wait > 0) await pause(wait);
    this.check();
  }

  check(): void {
    if (this.#disposed) throw new LogUnavailable("it is closed");
  }

  async dispose(): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    await within(DISPOSE_WAIT, "dispose", this.client.dispose()).catch(() => undefined);
    this.#stopForgiving();
  }
}
