import { setImmediate as breathe } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { isoNow } from "../../../kernel/clock.js";
import type { Commands, Envelope, Executed, Numbers } from "../../../kernel/commands.js";
import type { Aggregate } from "../../../kernel/decider.js";
import { streamName, type DomainEvent } from "../../../kernel/event.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import { LogUnavailable } from "../log-unavailable.js";
import { append, type Appended } from "../writing/append.js";
import { encode } from "../writing/encode.js";
import { recorded } from "../writing/recorded.js";
import { Turns } from "../writing/turns.js";
import type { WritingParts } from "../writing/writing-parts.js";
import { Chapter, type Passage } from "./chapter.js";
import { drawing } from "./drawing.js";

/** Events that are written together. */
const CHAPTER = 10_000;

/** Commands after which the replies of the store are looked at: deciding alone never waits. */
const BREATH = 32;

/** Streams in memory at most; far more than are waiting to be written. */
const MOST_STREAMS = 300_000;

/** The most events of one append; the store takes a megabyte. */
const MOST_EVENTS = 200;

/** Milliseconds that a command waits for the earlier ones of its stream. */
const TURN_PATIENCE = 120_000;

/** Milliseconds that a busy store may take for one append. */
const WRITE_PATIENCE = 60_000;

interface Drafted {
  readonly state: unknown;
  readonly revision: number;
}

/** Somebody else wrote into a stream that was being drafted; what is not written is lost. */
export class DraftOverwritten extends Error {
  override readonly name = "DraftOverwritten";
}

/**
 * Histories in bulk: commands are decided in memory by the same deciders, and what they lead to is
 * written in large appends. For made-up traffic, while nobody else writes: a command that is
 * given twice is decided twice, and its outcome has no position yet.
 */
export class Draft implements Pick<Commands, "execute"> {
  readonly numbers: Numbers = { next: (sequence, envelope) => this.#draw(sequence, envelope) };
  readonly #parts: WritingParts;
  readonly #turns = new Turns();
  readonly #written = new Set<string>();
  readonly #streams = new LRUCache<string, Drafted>({
    max: MOST_STREAMS,
    dispose: (_, name, reason) => reason === "evict" && this.#written.add(name),
  });
  #chapter = new Chapter();
  #decided = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(parts: WritingParts) {
    this.#parts = parts;
  }

  execute<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
    command: C,
    envelope: Envelope,
  ): Promise<Executed<S, E> | Rejection> {
    const name = streamName(aggregate.category, id);
    return this.#turns.take(name, TURN_PATIENCE, () =>
      this.#inTurn(aggregate, name, command, envelope),
    );
  }

  /** Writes what is still only drafted. */
  async finish(): Promise<void> {
    await this.#turnOver();
    await this.#writing;
  }

  async #inTurn<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    name: string,
    command: C,
    envelope: Envelope,
  ): Promise<Executed<S, E> | Rejection> {
    const drafted = await this.#recall(aggregate, name);
    const decision = aggregate.decide(command, drafted.state as S);
    if (isRejection(decision)) return decision;
    const { vault, clock } = this.#parts;
    const at = envelope.occurredAt ?? isoNow(clock);
    const proposed = await encode(decision, name, aggregate.events, envelope, at, vault);
    const events = recorded<E>(proposed, name, drafted.revision, 0);
    let state = drafted.state as S;
    for (const { type, data } of events) state = aggregate.evolve(state, { type, data } as E);
    const stored = proposed.map((event) => event.stored);
    this.#chapter.add(envelope.correlationId, name, drafted.revision, stored);
    const revision = drafted.revision + events.length;
    this.#streams.set(name, { state, revision });
    this.#decided += 1;
    if (this.#decided % BREATH === 0) await breathe();
    if (this.#chapter.events >= CHAPTER) await this.#turnOver();
    return { state, events, position: 0 };
  }

  /** Streams are taken for new, but for sequences: others may have drawn from them before. */
  async #recall<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    name: string,
  ): Promise<Drafted> {
    const known = this.#streams.get(name);
    if (known !== undefined) return known;
    const begun = this.#written.delete(name) || aggregate.category === drawing.category;
    if (!begun) return { state: aggregate.initial, revision: -1 };
    const { state, revision } = await this.#parts.memory.load(aggregate, name);
    return { state, revision };
  }

  async #draw(sequence: string, envelope: Envelope): Promise<number> {
    const outcome = await this.execute(drawing, sequence, "draw", envelope);
    if (isRejection(outcome)) throw new Error(outcome.message);
    return outcome.state;
  }

  /** Lets the next chapter begin while this one is written, but not the one after it. */
  async #turnOver(): Promise<void> {
    const chapter = this.#chapter;
    const before = this.#writing;
    this.#chapter = new Chapter();
    this.#writing = before.then(() => this.#write(chapter));
    this.#writing.catch(() => undefined);
    await before;
  }

  async #write(chapter: Chapter): Promise<void> {
    for (const round of chapter.rounds) {
      await Promise.all(Array.from(round.values(), (passage) => this.#append(passage)));
    }
  }

  async #append({ stream, expected, events }: Passage): Promise<void> {
    const { connection, slots } = this.#parts;
    for (let from = 0; from < events.length; from += MOST_EVENTS) {
      const some = events.slice(from, from + MOST_EVENTS);
      const write = () => append(connection, slots, stream, expected + from, some);
      const appended = await patiently(write);
      if (appended === "conflict") throw new DraftOverwritten(`somebody else wrote to ${stream}`);
    }
  }
}

/** Nobody waits for an answer here; what was written at the first try is recognised. */
async function patiently(write: () => Promise<Appended>): Promise<Appended> {
  const until = performance.now() + WRITE_PATIENCE;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof LogUnavailable) || performance.now() > until) throw error;
    }
  }
}
