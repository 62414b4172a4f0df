import type { EventStorage } from "../storage/event-storage.js";
import { checkpoint } from "../wire/read-messages.js";
import { passes } from "./event-filter.js";
import type { Cursor } from "./cursor.js";
import type { ReadPlan } from "./read-plan.js";
import type { Reader } from "./reader.js";
import { resolveLink } from "./resolve-links.js";

/** Walks through $all; a filtered walk tells by checkpoints how far it has come. */
export class AllCursor implements Cursor {
  readonly #storage: EventStorage;
  readonly #plan: ReadPlan;
  #position: number;
  #considered = 0;

  constructor(storage: EventStorage, plan: ReadPlan) {
    const { from } = plan;
    this.#storage = storage;
    this.#plan = plan;
    this.#position = from === "start" ? 0 : from === "end" ? storage.end : from;
  }

  async advance(reader: Reader): Promise<"done"> {
    const { filter, resolveLinks } = this.#plan;
    while (this.#position < this.#storage.end && !reader.closed) {
      const pause = reader.breathe();
      if (pause !== undefined) await pause;
      this.#position += 1;
      const bytes = this.#storage.bytes(this.#position);
      if (bytes === undefined) throw new Error(`The log has a hole at ${this.#position}`);
      if (filter === undefined || passes(filter, bytes)) {
        const full = reader.send(resolveLinks ? resolveLink(this.#storage, bytes) : bytes);
        if (full !== undefined) await full;
      }
      this.#considered += 1;
      if (filter !== undefined && this.#considered % filter.checkpointInterval === 0) {
        await reader.send(checkpoint(this.#position));
      }
    }
    return "done";
  }

  async caughtUp(reader: Reader): Promise<void> {
    if (this.#plan.filter !== undefined) await reader.send(checkpoint(this.#position));
  }
}
