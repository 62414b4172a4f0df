import type { RecordedEvent } from "@eventstore/db-client";
import { LRUCache } from "lru-cache";
import type { Aggregate } from "../../../kernel/decider.js";
import type { DomainEvent } from "../../../kernel/event.js";
import type { Vault } from "../../vault/vault.js";
import type { Connection } from "../connection.js";
import { decodeAll } from "../reading/decode.js";
import { readStored } from "../reading/read-stream.js";
import { remember, storedMark, unwritten, type RememberedStream } from "./remembered-stream.js";

/** How many events the remembered streams may have together: the measure of their memory. */
const MOST_EVENTS = 400_000;

/** What a stream costs beside its events, in the same unit. */
const STREAM_COST = 8;

/**
 * Milliseconds for which a remembered stream is believed without asking the log. A stale memory
 * does no harm to an append, whose expected revision then fails, and a refusal is never given
 * on a memory that was not checked.
 */
const TRUST = 1_000;

/** States of streams, folded once and then only brought up to date. */
export class StreamMemory {
  readonly #connection: Connection;
  readonly #vault: Vault;
  readonly #streams = new LRUCache<string, RememberedStream<unknown>>({
    maxSize: MOST_EVENTS,
    sizeCalculation: ({ revision }) => revision + 1 + STREAM_COST,
  });

  constructor(connection: Connection, vault: Vault) {
    this.#connection = connection;
    this.#vault = vault;
    // States hold decrypted fields of whom they are about, and who that is nobody recorded.
    vault.onErased(() => this.#streams.clear());
  }

  /**
   * The stream's state as of now.
   *
   * @param check asks the log even if it was asked a moment ago
   */
  async load<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    name: string,
    check: boolean,
  ): Promise<RememberedStream<S>> {
    const known = this.#streams.get(name) as RememberedStream<S> | undefined;
    if (known === undefined) return this.#readWhole(aggregate, name);
    const fresh = performance.now() - known.checkedAt < TRUST;
    return fresh && !check ? known : this.#catchUp(aggregate, name, known);
  }

  /** Keeps what an append has added; the size of the memory is counted anew. */
  keep(name: string, stream: RememberedStream<unknown>): void {
    this.#streams.set(name, stream);
  }

  forget(name: string): void {
    this.#streams.delete(name);
  }

  async #readWhole<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    name: string,
  ): Promise<RememberedStream<S>> {
    const checkedAt = performance.now();
    const stored = (await readStored(this.#connection, name)) ?? [];
    return this.#fold(aggregate, name, unwritten(aggregate.initial), stored, checkedAt);
  }

  /**
   * Reads the last known event again and what follows it. If that event is another one by now
   * (another process had decided the same command at the same moment, or the store was restored
   * from a backup), the memory is worth nothing and the stream is read whole.
   */
  async #catchUp<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    name: string,
    known: RememberedStream<S>,
  ): Promise<RememberedStream<S>> {
    if (known.revision < 0) return this.#readWhole(aggregate, name);
    const checkedAt = performance.now();
    const stored = await readStored(this.#connection, name, { from: known.revision });
    const [last, ...newer] = stored ?? [];
    if (last === undefined || storedMark(last) !== known.mark) {
      this.forget(name);
      return this.#readWhole(aggregate, name);
    }
    return this.#fold(aggregate, name, known, newer, checkedAt);
  }

  async #fold<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    name: string,
    stream: RememberedStream<S>,
    stored: readonly RecordedEvent[],
    checkedAt: number,
  ): Promise<RememberedStream<S>> {
    for (const event of await decodeAll(stored, aggregate.events, this.#vault)) {
      // Somebody else may have caught up meanwhile: the memory is shared, each event counts once.
      if (event.revision <= stream.revision) continue;
      const { type, data } = event;
      remember(stream, event, aggregate.evolve(stream.state, { type, data } as E));
    }
    stream.checkedAt = checkedAt;
    this.keep(name, stream);
    return stream;
  }
}
