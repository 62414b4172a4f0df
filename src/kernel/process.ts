import type { Clock } from "./clock.js";
import type { Commands, Envelope } from "./commands.js";
import type { Aggregate } from "./decider.js";
import type { DomainEvent, Of, Recorded } from "./event.js";
import type { ReadModel } from "./read-model.js";
import type { Rejection } from "./rejection.js";

/** A command on its way to one aggregate. */
export interface Instruction {
  /** `booking-42`: for logs and for the derived command id. */
  readonly target: string;
  readonly command: string;
  deliver(commands: Commands, envelope: Envelope): Promise<Rejection | undefined>;
}

export function send<C extends { readonly type: string }, S, E extends DomainEvent>(
  aggregate: Aggregate<C, S, E>,
  id: string,
  command: C,
): Instruction {
  return {
    target: `${aggregate.category}-${id}`,
    command: command.type,
    deliver: async (commands, envelope) => {
      const outcome = await commands.execute(aggregate, id, command, envelope);
      return "rejected" in outcome ? outcome : undefined;
    },
  };
}

/** A row of the deadlines read model: something that falls due unless an event removes it. */
export interface Deadline {
  readonly kind: string;
  /** With `kind` the key, for example an offer's id. */
  readonly subject: string;
  readonly marketplace: string;
  readonly due_at: string;
  readonly data: Readonly<Record<string, string>>;
}

/** What every process may ask for beside its event. Extended by the ports that main joins. */
export interface ProcessPorts {
  readonly clock: Clock;
  readonly reads: ReadModel;
  readonly commands: Commands;
}

type Instructions = readonly Instruction[] | Promise<readonly Instruction[]>;

export type Reactions<E extends DomainEvent, P> = {
  readonly [K in E["type"]]?: (event: Of<E, K>, ports: P) => Instructions;
};

/** How the outside world is told. */
export interface Outward {
  /** Milliseconds of business time after which an event is old news that nobody is told. */
  readonly freshFor: number;
  /**
   * Events of one stream are told in their order: a later one waits while an earlier one is tried
   * again. One that was given up holds up nothing. Unless told, each goes its own way.
   */
  readonly ordered?: boolean;
  /** Tries, the first included, before a telling is given up; eight unless told. */
  readonly attempts?: number;
}

/**
 * One business rule of the form "when this has happened, then that is to be done".
 *
 * Stateless: what a rule must remember stands in the log or in a read model. Delivered at least
 * once; the command ids are derived from the event, so that a second delivery changes nothing.
 * A refusal by the decider means that the step is no longer due, unless it may pass: what a rule
 * speaks of stands in the log, so what is not there is only late, since an earlier step of the
 * story waits for its own retry. That, as a thrown error, is retried with backoff and parked in
 * the end (DESIGN §2, §4). An instruction that does something else upon a refusal asks first
 * whether it may pass.
 */
export interface ProcessDefinition<P extends ProcessPorts = ProcessPorts> {
  readonly name: string;
  readonly on: Readonly<Record<string, (event: Recorded, ports: P) => Instructions>>;
  /** By the kind of deadline. */
  readonly due: Readonly<Record<string, (deadline: Deadline, ports: P) => Instructions>>;
  /**
   * It tells the outside world and nothing waits for it: its reactions are queued and run apart,
   * so that a carrier or a subscriber that hangs holds up nobody's booking, nor another outward
   * process. It acts on events alone.
   */
  readonly outward?: Outward;
}

export function defineProcess<
  E extends DomainEvent,
  P extends ProcessPorts = ProcessPorts,
>(definition: {
  readonly name: string;
  readonly on?: Reactions<E, P>;
  readonly due?: ProcessDefinition<P>["due"];
  readonly outward?: Outward;
}): ProcessDefinition<P> {
  const on = (definition.on ?? {}) as ProcessDefinition<P>["on"];
  return { ...definition, on, due: definition.due ?? {} };
}
