import type { Recorded } from "../../src/kernel/event.js";
import { aggregates } from "../../src/modules/aggregates.js";
import { plainState } from "../../src/operations/audit/plain-state.js";

const BY_CATEGORY = new Map(aggregates.map((aggregate) => [aggregate.category, aggregate]));

/** The states of all streams as a replay passes by. */
export class States {
  readonly #wanted: boolean;
  readonly #states = new Map<string, unknown>();

  constructor(wanted: boolean) {
    this.#wanted = wanted;
  }

  /** The state after the event; undefined if nobody asked, or for a stream without a decider. */
  after(event: Recorded): unknown {
    const { stream } = event;
    const aggregate = BY_CATEGORY.get(stream.slice(0, stream.indexOf("-")));
    if (!this.#wanted || aggregate === undefined) return undefined;
    const before = this.#states.get(stream) ?? aggregate.initial;
    const state = aggregate.evolve(before, event);
    this.#states.set(stream, state);
    return plainState(state);
  }
}
