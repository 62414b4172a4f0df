import { LRUCache } from "lru-cache";
import type { Aggregate } from "../../../kernel/decider.js";
import type { DomainEvent } from "../../../kernel/event.js";
import type { Vault } from "../../vault/vault.js";
import type { Connection } from "../connection.js";
import { decodeAll } from "../reading/decode.js";
import { readStored } from "../reading/read-stream.js";
import { remember, unwritten, type RememberedStream } from "./remembered-stream.js";

/** How many events the remembered streams may have together: the measure of their memory. */
const MOST_EVENTS = 400_000;

/** What a stream costs beside its events, in the same unit. */
const STREAM_COST = 8;

/** States of streams, folded once and then only brought up to date. */
export class StreamMemory {
  readonly #connection: Connection;
  readonly #vault: Vault;
  #erasures = 0;
  readonly #streams = new LRUCache<string, RememberedStream<unknown>>({
    maxSize: MOST_EVENTS,
    sizeCalculation: ({ revision }) => revision + 1 + STREAM_COST,
  });

  constructor(connection: Connection, vault: Vault) {
    this.#connection = connection;
    this.#vault = vault;
    // States hold decrypted fields of whom they are about, and who that is nobody recorded.
    vault.onErased(() => {
      this.#erasures += 1;
      this.#streams.clear();
    });
  }

  /** What is known without asking the log; nothing, as of a new stream, if need be. */
  recall<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    name: string,
  ): RememberedStream<S> {
    const known = this.#streams.get(name) as RememberedStream<S> | undefined;
    return known ?? unwritten(aggregate.initial, this.#erasures);
  }

  /** The stream as the log has it now: what is new since the last time is read and folded. */
  async load<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    name: string,
  ): Promise<RememberedStream<S>> {
    const checkedAt = performance.now();
    const known = this.recall(aggregate, name);
    const from = known.revision + 1;
    const stored = await readStored(this.#connection, name, { from });
    // A stream that is gone was in another log: the store was set back or replaced.
    const stream = stored === undefined ? unwritten(aggregate.initial, this.#erasures) : known;
    for (const event of await decodeAll(stored ?? [], aggregate.events, this.#vault)) {
      // Somebody else may have caught up meanwhile: the memory is shared, each event counts once.
      if (event.revision <= stream.revision) continue;
      const { type, data } = event;
      remember(stream, event, aggregate.evolve(stream.state, { type, data } as E));
    }
    stream.checkedAt = checkedAt;
    this.keep(name, stream);
    return stream;
  }

  /** Keeps what an append has added; the size of the memory is counted anew. */
  keep(name: string, stream: RememberedStream<unknown>): void {
    // What was folded before an erasure may hold what is now to be forgotten.
    if (stream.erasures === this.#erasures) this.#streams.set(name, stream);
  }

  forget(name: string): void {
    this.#streams.delete(name);
  }
}
