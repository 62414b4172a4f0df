import { isoNow } from "../../../kernel/clock.js";
import type { Envelope, Executed } from "../../../kernel/commands.js";
import type { Aggregate } from "../../../kernel/decider.js";
import { streamName, type DomainEvent, type Recorded } from "../../../kernel/event.js";
import { isRejection, reject, type Rejection } from "../../../kernel/rejection.js";
import { decodeAll } from "../reading/decode.js";
import { readStored } from "../reading/read-stream.js";
import { backoff, pause } from "../waiting.js";
import { append } from "./append.js";
import { encode } from "./encode.js";
import { recorded } from "./recorded.js";
import { remember, type RememberedStream, type Span } from "./remembered-stream.js";
import { Turns } from "./turns.js";
import type { WritingParts } from "./writing-parts.js";

/** How often a command is decided anew because another process was faster. */
const TRIES = 8;

/** Milliseconds that a command waits for the earlier ones of its stream in this process. */
const TURN_PATIENCE = 5_000;

/**
 * Load, decide, append; and again when the race for the revision was lost (DESIGN §4).
 *
 * The first try decides on what is remembered, nothing of the log being read: if that is stale
 * (or the stream is not as new as it seems), the append fails. A decision that appends nothing
 * has no such guard, so it is given only on the log's newest state.
 */
export class Executor {
  readonly #parts: WritingParts;
  readonly #turns = new Turns();

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
    return this.#turns.take(name, this.#parts.connection.wait(TURN_PATIENCE), () =>
      this.#inTurn(aggregate, name, command, envelope),
    );
  }

  async #inTurn<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    name: string,
    command: C,
    envelope: Envelope,
  ): Promise<Executed<S, E> | Rejection> {
    const { memory, connection, slots, vault, clock } = this.#parts;
    const started = performance.now();
    for (let lost = 0; lost < TRIES;) {
      let stream = lost > 0 ? await memory.load(aggregate, name) : memory.recall(aggregate, name);
      let decision = decide(aggregate, stream, command, envelope);
      if (settlesNothing(decision) && stream.checkedAt < started) {
        stream = await memory.load(aggregate, name);
        decision = decide(aggregate, stream, command, envelope);
      }
      if (isRejection(decision)) return decision;
      if ("first" in decision) return this.#firstOutcome(aggregate, name, stream.state, decision);
      if (decision.length === 0) return { state: stream.state, events: [], position: 0 };
      const expected = stream.revision;
      const proposed = await encode(
        decision,
        name,
        aggregate.events,
        envelope,
        envelope.occurredAt ?? isoNow(clock),
        vault,
      );
      const stored = proposed.map((event) => event.stored);
      const appended = await append(connection, slots, name, expected, stored);
      if (appended === "conflict") {
        lost += 1;
        await pause(backoff(lost, 4, 40));
      } else if (appended.position === undefined) {
        // The store recognised a repetition and does not say where: the log itself knows.
        memory.forget(name);
        lost += 1;
      } else {
        const events = recorded<E>(proposed, name, expected, appended.position);
        this.#takeIn(aggregate, name, stream, events);
        return { state: stream.state, events, position: appended.position };
      }
    }
    const busy = reject("unavailable", "busy", "Too many changes at once; please try again.");
    return { ...busy, retryAfter: 1 };
  }

  #takeIn<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    name: string,
    stream: RememberedStream<S>,
    events: readonly Recorded<E>[],
  ): void {
    for (const event of events) {
      if (event.revision <= stream.revision) continue;
      const { type, data } = event;
      remember(stream, event, aggregate.evolve(stream.state, { type, data } as E));
    }
    stream.checkedAt = performance.now();
    this.#parts.memory.keep(name, stream);
  }

  async #firstOutcome<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    name: string,
    state: S,
    { first, last }: Span,
  ): Promise<Executed<S, E>> {
    const { connection, vault } = this.#parts;
    const stored = (await readStored(connection, name, { from: first, to: last })) ?? [];
    const events = (await decodeAll(stored, aggregate.events, vault)) as Recorded<E>[];
    return { state, events, position: events.at(-1)?.position ?? 0 };
  }
}

function decide<C, S, E extends DomainEvent>(
  aggregate: Aggregate<C, S, E>,
  { state, commands }: RememberedStream<S>,
  command: C,
  { commandId }: Envelope,
): readonly E[] | Rejection | Span {
  return commands.get(commandId) ?? aggregate.decide(command, state);
}

/** Such a decision is not checked by an append, so it must rest on the newest state. */
function settlesNothing(decision: readonly DomainEvent[] | Rejection | Span): boolean {
  return isRejection(decision) || (Array.isArray(decision) && decision.length === 0);
}
