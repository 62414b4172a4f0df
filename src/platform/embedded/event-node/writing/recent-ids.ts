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

/**
 * The ids of the latest events, by which a repeated append with expectation `any` is known. They
 * are forgotten a whole generation at a time: taking the oldest key out of a large Map, over and
 * over, walks past all those taken before and cost more than the append itself.
 */
export class RecentIds {
  #young = new Map<string, Written>();
  #old: ReadonlyMap<string, Written> = new Map<string, Written>();

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
    return this.#young.get(id) ?? this.#old.get(id);
  }

  /** Notes a committed event; the oldest are forgotten once there are twice too many. */
  remember(event: Written & { readonly id: string }): void {
    this.#young.set(event.id, { stream: event.stream, revision: event.revision });
    if (this.#young.size < REMEMBERED) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
}
