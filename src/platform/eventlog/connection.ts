import { EventStoreDBClient } from "@eventstore/db-client";
import { decodeBase64Natively } from "./base64.js";
import { LogUnavailable } from "./log-unavailable.js";
import { forgiveStrayRejections } from "./stray-rejections.js";
import { pause, within } from "./waiting.js";

/**
 * The client keeps waiting appends in one table for all its connections: a connection that dies
 * late rejects what was sent on its successor, and the successor's replies then crash the
 * process. So nothing is appended for a moment after a connection has failed.
 */
const QUIET_AFTER_FAILURE = 50;

/** Milliseconds of nothing but failures after which the store counts as away. */
const KNOWN_DOWN_AFTER = 2_000;

/** The client cancels its streams on dispose and waits for each to end; a dead one may not. */
const DISPOSE_WAIT = 2_000;

let isOpen = false;

/**
 * The one client of the process, and whether it is of use. It tolerates no second one: the streams
 * of a client that ends reject what another one appends, as above, so a second is refused.
 */
export class Connection {
  readonly client: EventStoreDBClient;
  readonly #stopForgiving: () => void;
  readonly #slowness: number;
  #quietUntil = 0;
  #downSince: number | undefined;
  #disposed = false;

  /**
   * @param url `esdb://host:2113?tls=false`, or any connection string that the client takes
   * @param slowness how many times as long as usual everything waits, as on a busy machine
   */
  constructor(url: string, slowness = 1) {
    if (isOpen) throw new Error("this process has a connection to an event log already");
    isOpen = true;
    this.#slowness = slowness;
    this.#stopForgiving = forgiveStrayRejections();
    decodeBase64Natively();
    this.client = EventStoreDBClient.connectionString(url);
  }

  /** To be told about every failed call, so that appends hold back while things settle. */
  failed(): void {
    this.#downSince ??= performance.now();
    this.#quietUntil = performance.now() + QUIET_AFTER_FAILURE;
  }

  /** To be told that a call was answered. */
  worked(): void {
    this.#downSince = undefined;
  }

  /**
   * How long, of so many milliseconds at most, a call is worth repeating. A break is bridged;
   * once the store is known to be away, callers learn it from their first failure.
   */
  patience(most: number): number {
    const since = this.#downSince;
    const isDown = since !== undefined && performance.now() - since > this.wait(KNOWN_DOWN_AFTER);
    return isDown ? 0 : this.wait(most);
  }

  /** So many milliseconds of a usual machine, on this one. */
  wait(milliseconds: number): number {
    return milliseconds * this.#slowness;
  }

  /** Resolves once appending is safe again. */
  async settled(): Promise<void> {
    const wait = this.#quietUntil - performance.now();
    if (wait > 0) await pause(wait);
    this.check();
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  /** Throws once the connection is closed, for good. */
  check(): void {
    if (this.#disposed) throw new LogUnavailable("it is closed");
  }

  async dispose(): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    await within(DISPOSE_WAIT, "dispose", this.client.dispose()).catch(() => undefined);
    this.#stopForgiving();
    isOpen = false;
  }
}
