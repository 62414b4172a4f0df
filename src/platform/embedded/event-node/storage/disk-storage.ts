import { join } from "node:path";
import type { Database, RootDatabase } from "lmdb";
import { open } from "lmdb";
import { LRUCache } from "lru-cache";
import {
  lastKey,
  nameKey,
  numberValue,
  revisionKey,
  revisionOf,
  valueNumber,
} from "./disk-keys.js";
import type { EventStorage, NewRecord } from "./event-storage.js";
import { NO_EVENTS } from "./event-storage.js";

interface Stream {
  readonly number: number;
  readonly head: number;
}

/** How many streams' heads stay in memory; others are looked up again (some microseconds). */
const CACHED_STREAMS = 50_000;

/**
 * Keeps the log in LMDB, a copy-on-write B-tree: a crash at any moment leaves the last whole
 * commit. Three tables: `log` position → event, `names` stream name → number, `revisions` (number,
 * revision) → position.
 */
export class DiskStorage implements EventStorage {
  readonly #root: RootDatabase<Buffer, Buffer>;
  readonly #log: Database<Buffer, number>;
  readonly #names: Database<Buffer, Buffer>;
  readonly #revisions: Database<Buffer, Buffer>;
  readonly #streams = new LRUCache<string, Stream>({ max: CACHED_STREAMS });
  #end: number;
  #lastStream: number;

  readonly #unlock: () => Promise<void>;

  /**
   * Opens the log in a locked folder, creating it where it is missing; `unlock` is called when it
   * is closed.
   */
  constructor(folder: string, unlock: () => Promise<void>) {
    this.#unlock = unlock;
    // Without overlapping sync a commit is visible only once it is flushed, so no subscriber can
    // act on an event that a power cut takes back, and the promise of a batch means "on disk".
    this.#root = open<Buffer, Buffer>({
      path: join(folder, "events.mdb"),
      maxDbs: 4,
      overlappingSync: false,
      noMemInit: true,
    });
    const binary = { encoding: "binary", keyEncoding: "binary" } as const;
    this.#log = this.#root.openDB("log", { encoding: "binary", keyEncoding: "ordered-binary" });
    this.#names = this.#root.openDB("names", binary);
    this.#revisions = this.#root.openDB("revisions", binary);
    this.#end = [...this.#log.getKeys({ reverse: true, limit: 1 })][0] ?? 0;
    const lastRevision = [...this.#revisions.getKeys({ reverse: true, limit: 1 })][0];
    this.#lastStream = lastRevision === undefined ? 0 : lastRevision.readUIntBE(0, 6);
  }

  get end(): number {
    return this.#end;
  }

  head(stream: string): number {
    return this.#stream(stream).head;
  }

  position(stream: string, revision: number): number | undefined {
    const { number, head } = this.#stream(stream);
    if (number === 0 || revision > head) return undefined;
    const value = this.#revisions.getBinary(revisionKey(number, revision));
    return value === undefined ? undefined : valueNumber(value);
  }

  bytes(position: number): Buffer | undefined {
    return position > this.#end ? undefined : this.#log.getBinary(position);
  }

  async commit(records: readonly NewRecord[]): Promise<void> {
    const touched = new Map<string, Stream>();
    let newest = this.#lastStream;
    await this.#root.batch(() => {
      for (const record of records) {
        let { number } = touched.get(record.stream) ?? this.#stream(record.stream);
        if (number === 0) {
          newest += 1;
          number = newest;
          void this.#names.put(nameKey(record.stream), numberValue(number));
        }
        const key = revisionKey(number, record.revision);
        void this.#revisions.put(key, numberValue(record.position));
        void this.#log.put(record.position, record.bytes);
        touched.set(record.stream, { number, head: record.revision });
      }
    });
    this.#lastStream = newest;
    for (const [name, stream] of touched) this.#streams.set(name, stream);
    this.#end = records.at(-1)?.position ?? this.#end;
  }

  async close(): Promise<void> {
    await this.#root.close();
    await this.#unlock();
  }

  /** A stream's number (0: it has none yet) and head, from memory or from the tables. */
  #stream(name: string): Stream {
    const known = this.#streams.get(name);
    if (known !== undefined) return known;
    const value = this.#names.getBinary(nameKey(name));
    const number = value === undefined ? 0 : valueNumber(value);
    const stream = { number, head: number === 0 ? NO_EVENTS : this.#headOf(number) };
    this.#streams.set(name, stream);
    return stream;
  }

  /**
   * The newest revision that is committed: a transaction under way may already show in the table.
   */
  #headOf(number: number): number {
    const range = { start: lastKey(number), reverse: true };
    for (const { key, value } of this.#revisions.getRange(range)) {
      const revision = revisionOf(key, number);
      if (revision === undefined) break;
      if (valueNumber(value) <= this.#end) return revision;
    }
    return NO_EVENTS;
  }
}
