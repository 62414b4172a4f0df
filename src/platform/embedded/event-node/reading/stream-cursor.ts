import type { EventStorage } from "../storage/event-storage.js";
import { NO_EVENTS } from "../storage/event-storage.js";
import type { Cursor } from "./cursor.js";
import type { ReadPlan } from "./read-plan.js";
import type { Reader } from "./reader.js";
import { resolveLink } from "./resolve-links.js";
import { eventAt, visibleEvents } from "./visible-events.js";

/** Walks through one stream, which need not exist yet. */
export class StreamCursor implements Cursor {
  readonly #storage: EventStorage;
  readonly #stream: string;
  readonly #resolveLinks: boolean;
  #revision: number;

  constructor(storage: EventStorage, stream: string, { from, resolveLinks }: ReadPlan) {
    this.#storage = storage;
    this.#stream = stream;
    this.#resolveLinks = resolveLinks;
    this.#revision = from === "start" ? NO_EVENTS : from === "end" ? storage.head(stream) : from;
  }

  async advance(reader: Reader): Promise<"done" | "tombstoned"> {
    const visible = visibleEvents(this.#storage, this.#stream);
    if (visible === "tombstoned") return visible;
    if (visible === "missing") return "done";
    const { first, last, since } = visible;
    for (let revision = Math.max(this.#revision + 1, first); revision <= last; revision += 1) {
      if (reader.closed) break;
      const pause = reader.breathe();
      if (pause !== undefined) await pause;
      const bytes = eventAt(this.#storage, this.#stream, revision, since);
      this.#revision = revision;
      if (bytes === undefined) continue;
      const full = reader.send(this.#resolveLinks ? resolveLink(this.#storage, bytes) : bytes);
      if (full !== undefined) await full;
    }
    return "done";
  }

  caughtUp(): Promise<void> {
    return Promise.resolve();
  }
}
