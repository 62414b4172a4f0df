import type { EventStorage, NewRecord } from "./event-storage.js";
import { NO_EVENTS } from "./event-storage.js";

/** Keeps every event in this process: for tests and throw-away sandboxes. */
export class MemoryStorage implements EventStorage {
  readonly #log: Buffer[] = [];
  readonly #streams = new Map<string, { head: number; positions: Map<number, number> }>();

  get end(): number {
    return this.#log.length;
  }

  head(stream: string): number {
    return this.#streams.get(stream)?.head ?? NO_EVENTS;
  }

  position(stream: string, revision: number): number | undefined {
    return this.#streams.get(stream)?.positions.get(revision);
  }

  bytes(position: number): Buffer | undefined {
    return this.#log[position - 1];
  }

  commit(records: readonly NewRecord[]): Promise<void> {
    for (const record of records) {
      this.#log.push(record.bytes);
      const stream = this.#streams.get(record.stream) ?? { head: NO_EVENTS, positions: new Map() };
      stream.positions.set(record.revision, record.position);
      stream.head = record.revision;
      this.#streams.set(record.stream, stream);
    }
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
