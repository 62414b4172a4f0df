import type { DomainEvent } from "./event.js";
import type { EventCatalogue } from "./event-catalogue.js";
import type { Rejection } from "./rejection.js";

/** Pure business logic: no I/O, no clock, no random; a command carries all it needs. */
export interface Decider<C, S, E extends DomainEvent> {
  readonly initial: S;
  /** The facts that follow from the command, none if nothing changes, or a refusal. */
  decide(command: C, state: S): readonly E[] | Rejection;
  /** The state after one more fact. Never refuses: facts have happened. */
  evolve(state: S, event: E): S;
}

/** A decider with the name of its streams and the description of its events. */
export interface Aggregate<C, S, E extends DomainEvent> extends Decider<C, S, E> {
  /** The word before the dash in the stream's name: `booking` in `booking-<uuid>`. */
  readonly category: string;
  readonly events: EventCatalogue<E>;
}

export function defineAggregate<C, S, E extends DomainEvent>(
  aggregate: Aggregate<C, S, E>,
): Aggregate<C, S, E> {
  return aggregate;
}

/** Folds a history from the decider's initial state. */
export function fold<C, S, E extends DomainEvent>(
  decider: Decider<C, S, E>,
  history: Iterable<E>,
): S {
  let state = decider.initial;
  for (const event of history) state = decider.evolve(state, event);
  return state;
}
