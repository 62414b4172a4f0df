import type { Commands, Envelope, Executed } from "../../src/kernel/commands.js";
import type { Aggregate } from "../../src/kernel/decider.js";
import { SYSTEM, type Actor, type DomainEvent } from "../../src/kernel/event.js";
import { deriveId } from "../../src/kernel/ids.js";
import { isRejection, type Rejection } from "../../src/kernel/rejection.js";
import { MARKETPLACE } from "../../src/markets/minuteserv/policy.js";

/** Who does something, and when (milliseconds since the epoch). */
export interface Moment {
  readonly at: number;
  readonly actor?: Actor;
}

/** Writes one story's events, under ids that follow from the seed and the story's name. */
export class Pen {
  readonly #commands: Pick<Commands, "execute">;
  readonly #story: string;
  readonly #written: (events: number) => void;
  #steps = 0;

  /** @param written is told how many events each command has written */
  constructor(
    commands: Pick<Commands, "execute">,
    story: string,
    written: (events: number) => void,
  ) {
    this.#commands = commands;
    this.#story = story;
    this.#written = written;
  }

  /** An id of this story. */
  id(purpose: string): string {
    return deriveId("seed", this.#story, purpose);
  }

  envelope({ at, actor = SYSTEM }: Moment): Envelope {
    this.#steps += 1;
    const commandId = deriveId("seed", this.#story, this.#steps);
    return {
      marketplace: MARKETPLACE,
      actor,
      commandId,
      correlationId: deriveId("seed", this.#story),
      causationId: commandId,
      occurredAt: new Date(at).toISOString(),
    };
  }

  /**
   * Has an aggregate decide commands one after another and appends all of it at once, so that no
   * process gets in between. Undefined when one of them is refused; then nothing is written.
   */
  async write<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
    moment: Moment,
    ...commands: readonly C[]
  ): Promise<Executed<S, E> | undefined> {
    const envelope = this.envelope(moment);
    const outcome = await this.#commands.execute(inARow(aggregate), id, commands, envelope);
    if (isRejection(outcome)) return undefined;
    this.#written(outcome.events.length);
    return outcome;
  }
}

/** The same aggregate, asked for several decisions at once. */
function inARow<C, S, E extends DomainEvent>(
  aggregate: Aggregate<C, S, E>,
): Aggregate<readonly C[], S, E> {
  return {
    ...aggregate,
    decide(commands, before): readonly E[] | Rejection {
      const events: E[] = [];
      let state = before;
      for (const command of commands) {
        const decided = aggregate.decide(command, state);
        if (isRejection(decided)) return decided;
        for (const event of decided) state = aggregate.evolve(state, event);
        events.push(...decided);
      }
      return events;
    },
  };
}
