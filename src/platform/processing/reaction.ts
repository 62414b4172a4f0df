import type { Logger } from "pino";
import type { Commands } from "../../kernel/commands.js";
import { SYSTEM, type Recorded } from "../../kernel/event.js";
import { deriveId } from "../../kernel/ids.js";
import { mayPass } from "../../kernel/rejection.js";
import type {
  Deadline,
  Instruction,
  ProcessDefinition,
  ProcessPorts,
} from "../../kernel/process.js";

/** Milliseconds that one reaction may take; a gateway that hangs must not hold up the log. */
const REACTION_PATIENCE = 60_000;

/** One thing that one process has to react to. */
export type Cause = EventCause | { readonly kind: "deadline"; readonly deadline: Deadline };

export interface EventCause {
  readonly kind: "event";
  readonly event: Recorded;
}

/** What tells causes apart, for ever: commands' ids are derived from it. */
export function keyOf(cause: Cause): string {
  if (cause.kind === "event") return cause.event.id;
  const { kind, subject, due_at } = cause.deadline;
  return `${kind}/${subject}/${due_at}`;
}

interface Interaction {
  readonly marketplace: string;
  readonly correlationId: string;
  readonly causationId: string;
}

function interactionOf(cause: Cause): Interaction {
  if (cause.kind === "event") {
    const { id, metadata } = cause.event;
    const { marketplace, correlationId } = metadata;
    return { marketplace, correlationId, causationId: id };
  }
  const id = deriveId("deadline", keyOf(cause));
  return { marketplace: cause.deadline.marketplace, correlationId: id, causationId: id };
}

/** Counts what became of instructions, for metrics. */
export interface ReactionCounters {
  delivered: number;
  refused: number;
  failed: number;
}

/** Runs reactions of processes: asks for the instructions and delivers them in order. */
export class Reactor<P extends ProcessPorts> {
  readonly #ports: P;
  readonly #commands: Commands;
  readonly #log: Logger;
  readonly counters: ReactionCounters = { delivered: 0, refused: 0, failed: 0 };

  constructor(ports: P, commands: Commands, log: Logger) {
    this.#ports = ports;
    this.#commands = commands;
    this.#log = log;
  }

  /**
   * Throws what the reaction throws, and for a command that is refused as too early. Any other
   * refused command is no failure: the step is no longer due.
   * The ids of the commands follow from the cause, so a second time changes nothing.
   */
  async react(definition: ProcessDefinition<P>, cause: Cause): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, refuse) => {
      const error = new Error(`no end after ${REACTION_PATIENCE} ms`);
      timer = setTimeout(() => refuse(error), REACTION_PATIENCE);
    });
    try {
      await Promise.race([this.#react(definition, cause), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #react(definition: ProcessDefinition<P>, cause: Cause): Promise<void> {
    const instructions = await this.#instructions(definition, cause);
    const interaction = interactionOf(cause);
    for (const [index, instruction] of instructions.entries()) {
      const commandId = deriveId(definition.name, keyOf(cause), index);
      const envelope = { ...interaction, actor: SYSTEM, commandId };
      const rejection = await instruction.deliver(this.#commands, envelope);
      if (rejection === undefined) {
        this.counters.delivered += 1;
        continue;
      }
      const { target, command } = instruction;
      const { reason, message } = rejection;
      if (mayPass(rejection)) throw new Error(`${target}: ${command}: ${reason}: ${message}`);
      this.counters.refused += 1;
      const context = { process: definition.name, target, command, reason };
      this.#log.debug(context, "a step is no longer due");
    }
  }

  #instructions(
    definition: ProcessDefinition<P>,
    cause: Cause,
  ): readonly Instruction[] | Promise<readonly Instruction[]> {
    if (cause.kind === "event") {
      return definition.on[cause.event.type]?.(cause.event, this.#ports) ?? [];
    }
    return definition.due[cause.deadline.kind]?.(cause.deadline, this.#ports) ?? [];
  }
}
