import type { EventStorage, NewRecord } from "../storage/event-storage.js";
import { TOMBSTONE } from "../storage/event-storage.js";
import type { ProposedEvent } from "../wire/encode-event.js";
import { encodeEvent } from "../wire/encode-event.js";
import type { RecentIds, Written } from "./recent-ids.js";

/**
 * The log as it will be once the group in hand is committed: decisions of one group see each other.
 */
export class Staging {
  readonly records: NewRecord[] = [];
  readonly #streams = new Map<string, NewRecord[]>();
  readonly #ids = new Map<string, NewRecord>();
  readonly #storage: EventStorage;
  readonly #recent: RecentIds;

  constructor(storage: EventStorage, recent: RecentIds) {
    this.#storage = storage;
    this.#recent = recent;
  }

  /** As EventStorage.head. */
  head(stream: string): number {
    return this.#streams.get(stream)?.at(-1)?.revision ?? this.#storage.head(stream);
  }

  /** As EventStorage.position. */
  position(stream: string, revision: number): number | undefined {
    const staged = this.#streams.get(stream);
    const record = staged?.at(revision === TOMBSTONE ? -1 : revision - (staged[0]?.revision ?? 0));
    return record?.revision === revision
      ? record.position
      : this.#storage.position(stream, revision);
  }

  /** As EventStorage.bytes. */
  bytes(position: number): Buffer | undefined {
    return this.#storage.bytes(position) ?? this.records[position - this.#storage.end - 1]?.bytes;
  }

  /** Where an event id is known to have been written. */
  whereIs(id: string): Written | undefined {
    return this.#ids.get(id) ?? this.#recent.find(id);
  }

  /** Adds an event at the given revision of a stream and returns its position. */
  add(stream: string, revision: number, event: ProposedEvent, now: number): number {
    const position = this.#storage.end + this.records.length + 1;
    const record = encodeEvent(event, { stream, revision, position, now });
    this.records.push(record);
    const staged = this.#streams.get(stream);
    if (staged === undefined) this.#streams.set(stream, [record]);
    else staged.push(record);
    this.#ids.set(record.id, record);
    return position;
  }
}
