import type { Recorded } from "../../kernel/event.js";
import type { Deadline, ProcessDefinition, ProcessPorts } from "../../kernel/process.js";
import type { Acted, Acting } from "./acting.js";
import type { Deadlines } from "./deadlines.js";
import { Lanes } from "./lanes.js";
import type { Cause } from "./reaction.js";
import type { ProcessSelection, Retries, WaitingReaction } from "./retries.js";

/** Reactions that one look takes up. */
const BATCH = 200;

const AT_A_TIME = 8;

/** One event by its place; undefined if the log has no such event. */
export type EventAt = (stream: string, revision: number) => Promise<Recorded | undefined>;

export interface SweepOptions<P extends ProcessPorts> {
  /** Looks after this outward process alone; undefined: after all others and every deadline. */
  readonly outward: ProcessDefinition<P> | undefined;
  readonly definitions: readonly ProcessDefinition<P>[];
  readonly deadlines: Deadlines;
  readonly retries: Retries;
  readonly acting: Acting<P>;
  readonly eventAt: EventAt;
}

/**
 * Acts on deadlines that have passed and on waiting reactions whose time has come.
 *
 * Every outward process has a sweep of its own: one whose listener hangs holds up itself alone.
 */
export class Sweep<P extends ProcessPorts> {
  readonly #options: SweepOptions<P>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: SweepOptions<P>) {
    this.#options = options;
  }

  /** One look at what is due now, after any earlier look; says how much it acted on. */
  run(signal: AbortSignal): Promise<number> {
    const mine = this.#last.then(() => this.#sweep(signal));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #sweep(signal: AbortSignal): Promise<number> {
    const { deadlines, retries, outward } = this.#options;
    const lanes = new Lanes(AT_A_TIME);
    const failures: unknown[] = [];
    let count = 0;
    const run = (key: string, work: () => Promise<boolean>): void => {
      void lanes.run([key], async () => {
        try {
          if (await work()) count += 1;
        } catch (error) {
          failures.push(error);
        }
      });
    };
    for (const deadline of outward === undefined ? await deadlines.due(BATCH) : []) {
      run(deadline.subject, () => this.#actOnDeadline(deadline, signal));
    }
    for (const waiting of await retries.due(BATCH, this.#selection())) {
      run(waiting.stream ?? waiting.key, () => this.#again(waiting, signal));
    }
    await lanes.idle();
    if (failures.length > 0) throw failures[0];
    return count;
  }

  #selection(): ProcessSelection {
    const { definitions, outward } = this.#options;
    if (outward !== undefined) {
      return { names: [outward.name], wanted: true, ordered: outward.outward?.ordered ?? false };
    }
    const names = definitions.filter((each) => each.outward !== undefined).map(({ name }) => name);
    return { names, wanted: false, ordered: false };
  }

  async #actOnDeadline(deadline: Deadline, signal: AbortSignal): Promise<boolean> {
    const { definitions, acting, deadlines } = this.#options;
    for (const definition of definitions) {
      if (!Object.hasOwn(definition.due, deadline.kind)) continue;
      const acted = await acting.act(definition, { kind: "deadline", deadline }, 0, signal);
      if (acted === "interrupted") return false;
    }
    await deadlines.delivered(deadline);
    return true;
  }

  async #again(waiting: WaitingReaction, signal: AbortSignal): Promise<boolean> {
    const { definitions, acting, retries } = this.#options;
    const definition = definitions.find(({ name }) => name === waiting.process);
    const cause = await this.#causeOf(waiting);
    // A process that this version no longer has, or an event of a log that was replaced.
    if (definition === undefined || cause === undefined) {
      await retries.succeeded(waiting);
      return false;
    }
    const acted: Acted = await acting.act(definition, cause, waiting.attempts, signal);
    if (acted === "done") await retries.succeeded(waiting);
    return acted === "done";
  }

  async #causeOf({ deadline, stream, revision }: WaitingReaction): Promise<Cause | undefined> {
    if (deadline !== null) return { kind: "deadline", deadline };
    if (stream === null || revision === null) return undefined;
    const event = await this.#options.eventAt(stream, revision);
    return event === undefined ? undefined : { kind: "event", event };
  }
}
