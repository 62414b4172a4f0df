import type { Aggregate } from "./decider.js";
import type { Actor, DomainEvent, Recorded } from "./event.js";
import type { Rejection } from "./rejection.js";

/** Who sends a command and in which interaction. */
export interface Envelope {
  readonly marketplace: string;
  readonly actor: Actor;
  /** Deciding the same command id twice on one stream gives the first outcome again. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** When it happened, ISO 8601, for what is written down later; without it, now. */
  readonly occurredAt?: string;
}

/** The outcome of a command that was accepted. */
export interface Executed<S, E extends DomainEvent> {
  readonly state: S;
  /** What this command appended, now or at its first try; empty if it changed nothing. */
  readonly events: readonly Recorded<E>[];
  /** The last position this command is to be seen at; 0 if it changed nothing. */
  readonly position: number;
}

/** The write side: load, decide, append with the expected revision, retry a lost race. */
export interface Commands {
  execute<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
    command: C,
    envelope: Envelope,
  ): Promise<Executed<S, E> | Rejection>;
  /** The present state, folded from the log itself. */
  load<C, S, E extends DomainEvent>(aggregate: Aggregate<C, S, E>, id: string): Promise<S>;
  /** Every event of one aggregate, oldest first; empty for an unknown one. */
  history<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
  ): Promise<readonly Recorded<E>[]>;
}

/** One value that only one owner may hold: a phone number, a promo code (DESIGN §4). */
export interface Claim {
  /** What is unique, for example `minuteserv.customer.phone`. */
  readonly scope: string;
  readonly value: string;
  readonly owner: string;
}

export interface Claims {
  /** The owner of the value after the call: the given one if it was free, else the earlier one. */
  take(claim: Claim, envelope: Envelope): Promise<string>;
  /** The present owner, if any. */
  owner(scope: string, value: string): Promise<string | undefined>;
  /** Frees the value if the given owner holds it. */
  release(claim: Claim, envelope: Envelope): Promise<void>;
}

/** Numbers that a contract prints: allocated once, never twice, on any number of processes. */
export interface Numbers {
  /** The next number of the sequence, from 1; a retried command gets its number again. */
  next(sequence: string, envelope: Envelope): Promise<number>;
}
