import type { Commands, Envelope, Executed } from "../../../src/kernel/commands.js";
import { fold, type Aggregate } from "../../../src/kernel/decider.js";
import type { DomainEvent, Recorded } from "../../../src/kernel/event.js";
import { deriveId } from "../../../src/kernel/ids.js";
import type { ProcessProgress, ProjectionProgress } from "../../../src/kernel/progress.js";
import { isRejection, type Rejection } from "../../../src/kernel/rejection.js";

interface Stored<E extends DomainEvent> {
  readonly event: E;
  readonly recorded: Recorded<E>;
}

/**
 * The write side for tests of what lies above it: events in memory, each command decided once.
 * All is projected at once, unless a test says how far.
 */
export class MemoryLog implements Commands, ProjectionProgress, ProcessProgress {
  projected = Number.POSITIVE_INFINITY;
  readonly asked: number[] = [];
  #consequences = 0;
  readonly #stored: Stored<DomainEvent>[] = [];

  async reached(position: number): Promise<boolean> {
    this.asked.push(position);
    return position <= this.projected;
  }

  /** As if the processes had appended one more event in consequence. */
  async settled(): Promise<boolean> {
    this.#consequences += 1;
    return true;
  }

  async end(): Promise<number> {
    return this.#stored.length + this.#consequences;
  }

  async execute<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
    command: C,
    envelope: Envelope,
  ): Promise<Executed<S, E> | Rejection> {
    const stream = `${aggregate.category}-${id}`;
    const own = (): Recorded<E>[] =>
      this.#of<E>(stream)
        .map(({ recorded }) => recorded)
        .filter(({ metadata }) => metadata.commandId === envelope.commandId);
    if (own().length === 0) {
      const outcome = aggregate.decide(command, await this.load(aggregate, id));
      if (isRejection(outcome)) return outcome;
      for (const event of outcome) this.#append(stream, event, envelope);
    }
    const state = await this.load(aggregate, id);
    return { state, events: own(), position: own().at(-1)?.position ?? 0 };
  }

  async load<C, S, E extends DomainEvent>(aggregate: Aggregate<C, S, E>, id: string): Promise<S> {
    const stored = this.#of<E>(`${aggregate.category}-${id}`);
    return fold(
      aggregate,
      stored.map(({ event }) => event),
    );
  }

  async history<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
  ): Promise<readonly Recorded<E>[]> {
    return this.#of<E>(`${aggregate.category}-${id}`).map(({ recorded }) => recorded);
  }

  #of<E extends DomainEvent>(stream: string): Stored<E>[] {
    return this.#stored.filter(({ recorded }) => recorded.stream === stream) as Stored<E>[];
  }

  #append(stream: string, event: DomainEvent, envelope: Envelope): void {
    const revision = this.#of(stream).length;
    const position = this.#stored.length + 1;
    const occurredAt = new Date(0).toISOString();
    const metadata = { ...envelope, occurredAt, schemaVersion: 1 };
    const id = deriveId(envelope.commandId, revision);
    const { type, data } = event;
    const place = { id, stream, revision, position, recordedAt: occurredAt };
    this.#stored.push({ event, recorded: { ...place, type, data, metadata } });
  }
}
