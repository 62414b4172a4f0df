import type { EventStorage } from "../storage/event-storage.js";
import { parseStored } from "../wire/stored-event.js";

/** Where an event id was last written. */
export interface Written {
  readonly stream: string;
  readonly revision: number;
}

/**
 * EventStoreDB too remembers only so many ids: a retry with expectation `any` is idempotent best-
 * effort.
 */
const REMEMBERED = 50_000;

/** The ids of the latest events, by which a repeated append with expectation `any` is known. */
export class RecentIds {
  readonly #ids = new Map<string, Written>();

  /** Fills the memory from the end of the log, so that a restart does not forget. */
  static of(storage: EventStorage): RecentIds {
    const ids = new RecentIds();
    for (let at = Math.max(1, storage.end - REMEMBERED + 1); at <= storage.end; at += 1) {
      const bytes = storage.bytes(at);
      if (bytes !== undefined) ids.remember(parseStored(bytes));
    }
    return ids;
  }

  /** Where the id was written, or undefined if that is unknown. */
  find(id: string): Written | undefined {
    return this.#ids.get(id);
  }

  /** Notes a committed event and forgets the oldest one when there are too many. */
  remember(event: Written & { readonly id: string }): void {
    this.#ids.set(event.id, { stream: event.stream, revision: event.revision });
    if (this.#ids.size <= REMEMBERED) return;
    for (const oldest of this.#ids.keys()) {
      this.#ids.delete(oldest);
      return;
    }
  }
}
