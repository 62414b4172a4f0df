import { BACKWARDS, END } from "@eventstore/db-client";
import type { Logger } from "pino";
import type { EventFeed, FeedPage } from "../../../kernel/event-feed.js";
import type { Vault } from "../../vault/vault.js";
import { isAway } from "../away.js";
import type { Connection } from "../connection.js";
import { LogUnavailable } from "../log-unavailable.js";
import { collect } from "../reading/collect.js";
import { decodeAll } from "../reading/decode.js";
import type { EventDescriptions } from "../upcast.js";
import { backoff, pause } from "../waiting.js";
import { positionOf, readHistory } from "./history.js";
import type { StoredPage } from "./inflow.js";
import { subscribe } from "./subscription.js";

/** Milliseconds that `history` goes on trying without getting any further. */
const HISTORY_PATIENCE = 30_000;

/** Events looked at, from the end, in search of one that is not the store's own. */
const END_WINDOW = 32;

interface Parts {
  readonly connection: Connection;
  readonly descriptions: EventDescriptions;
  readonly vault: Vault;
  readonly log: Logger;
}

/** The whole log, $all, as the kernel's port has it. */
export class Feed implements EventFeed {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async *history(after: number, pageSize: number): AsyncGenerator<FeedPage, void> {
    let position = after;
    let progress = performance.now();
    for (let attempt = 1; ; attempt += 1) {
      try {
        for await (const page of readHistory(this.#parts.connection, position, pageSize)) {
          yield await this.#decode(page);
          position = page.position;
          progress = performance.now();
          attempt = 1;
        }
        return;
      } catch (error) {
        if (!this.#mendable(error) || performance.now() - progress > HISTORY_PATIENCE) throw error;
        const context = { err: error, position };
        this.#parts.log.warn(context, "the log's history is read on after a break");
        await pause(backoff(attempt, 100, 2_000));
      }
    }
  }

  async *live(
    after: number,
    pageSize: number,
    signal: AbortSignal,
  ): AsyncGenerator<FeedPage, void> {
    const { connection, log } = this.#parts;
    let position = after;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        // A read is faster than a subscription over what lies behind.
        for await (const page of readHistory(connection, position, pageSize)) {
          if (signal.aborted) return;
          yield await this.#decode(page);
          position = page.position;
          attempt = 1;
        }
        for await (const page of subscribe(connection, position, pageSize, signal)) {
          yield await this.#decode(page);
          position = page.position;
          attempt = 1;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (!this.#mendable(error)) throw error;
        log.warn({ err: error, position }, "the log is followed again after a break");
        await pause(backoff(attempt, 100, 2_000), signal);
      }
    }
  }

  /** The store's own events at the end do not count: no follower is ever shown them. */
  async end(): Promise<number> {
    const { client } = this.#parts.connection;
    let before: number | undefined;
    for (;;) {
      this.#parts.connection.check();
      const fromPosition = before === undefined ? END : positionOf(before);
      const options = { direction: BACKWARDS, fromPosition, maxCount: END_WINDOW } as const;
      const events = await this.#failing(() => collect(client.readAll(options)));
      const newest = events.find(({ type }) => !type.startsWith("$"));
      if (newest !== undefined) return Number(newest.position?.commit ?? 0n);
      const oldest = Number(events.at(-1)?.position?.commit ?? 0n);
      if (events.length < END_WINDOW || oldest === before) return 0;
      before = oldest;
    }
  }

  #mendable(error: unknown): boolean {
    return isAway(error) && !this.#parts.connection.disposed;
  }

  async #failing<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.#parts.connection.worked();
      return result;
    } catch (error) {
      this.#parts.connection.failed();
      throw new LogUnavailable("the end of the log", error);
    }
  }

  async #decode({ events, position }: StoredPage): Promise<FeedPage> {
    const { descriptions, vault } = this.#parts;
    return { events: await decodeAll(events, descriptions, vault), position };
  }
}
