import type { ProposedEvent } from "../wire/encode-event.js";
import { sizeOf } from "./proposal.js";

/** Gathers the events of one append, up to the size that an append may have. */
export class AppendCollector {
  readonly events: ProposedEvent[] = [];
  readonly #limit: number;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** True once the events together were more than may be appended; they are kept no longer. */
  get tooLarge(): boolean {
    return this.#size > this.#limit;
  }

  /** Adds an event. */
  add(event: ProposedEvent): void {
    this.#size += sizeOf(event);
    if (this.tooLarge) this.events.length = 0;
    else this.events.push(event);
  }
}
