import type { EventStorage } from "../storage/event-storage.js";
import { RecentIds } from "./recent-ids.js";
import { Staging } from "./staging.js";

interface Waiting {
  readonly decide: (staging: Staging) => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Bound how long one group holds the event loop and how large a transaction grows: no group takes
 * another request once it has so many, or so many events.
 */
const LARGEST_GROUP = 512;
const MOST_EVENTS = 4096;

/**
 * The only writer. Requests that arrive while a group is being flushed wait and share the next
 * flush, so the cost of one fsync is divided among all concurrent writers, and a lone writer never
 * waits for others.
 */
export class GroupCommit {
  readonly #storage: EventStorage;
  readonly #recent: RecentIds;
  readonly #committed: () => void;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  /** `committed` is called after each group that wrote something, when its events are visible. */
  constructor(storage: EventStorage, committed: () => void) {
    this.#storage = storage;
    this.#recent = RecentIds.of(storage);
    this.#committed = committed;
  }

  /**
   * Runs a decision against the newest state, in the order of submission, and resolves with its
   * result once everything that it rests on is durable. The decision is synchronous; if it throws
   * it must have staged nothing.
   */
  submit<T>(decide: (staging: Staging) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: { value: T };
      this.#waiting.push({
        decide: (staging) => {
          result = { value: decide(staging) };
        },
        done: () => resolve(result.value),
        failed: reject,
      });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when no write is under way. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // One turn of the event loop lets requests of the same network packet join the group.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commit();
    this.#running = undefined;
  }

  async #commit(): Promise<void> {
    const staging = new Staging(this.#storage, this.#recent);
    const decided = this.#decide(staging);
    try {
      if (staging.records.length > 0) await this.#storage.commit(staging.records);
    } catch (error) {
      for (const request of decided) request.failed(error);
      return;
    }
    for (const record of staging.records) this.#recent.remember(record);
    for (const request of decided) request.done();
    if (staging.records.length > 0) this.#committed();
  }

  /** Takes the next group off the queue and stages it; returns what did not fail. */
  #decide(staging: Staging): Waiting[] {
    const decided: Waiting[] = [];
    let taken = 0;
    for (const request of this.#waiting) {
      if (taken === LARGEST_GROUP || staging.records.length >= MOST_EVENTS) break;
      taken += 1;
      try {
        request.decide(staging);
        decided.push(request);
      } catch (error) {
        request.failed(error);
      }
    }
    this.#waiting.splice(0, taken);
    return decided;
  }
}
