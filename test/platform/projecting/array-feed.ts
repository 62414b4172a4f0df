import { setTimeout as sleep } from "node:timers/promises";
import type { Recorded } from "../../../src/kernel/event.js";
import type { EventFeed, FeedPage } from "../../../src/kernel/event-feed.js";
import { SYSTEM } from "../../../src/kernel/event.js";

/** An event as the log would hold it at this position. */
export function recorded(position: number, type: string, data: object): Recorded {
  return {
    id: `event-${position}`,
    stream: `thing-${position % 7}`,
    revision: position,
    position,
    type,
    data,
    metadata: {
      marketplace: "test",
      actor: SYSTEM,
      commandId: `command-${position}`,
      correlationId: "correlation",
      causationId: "causation",
      occurredAt: new Date(1_767_225_600_000 + position * 1_000).toISOString(),
      schemaVersion: 1,
    },
    recordedAt: new Date().toISOString(),
  };
}

/** A log in memory that keeps the kernel's promises of a feed. */
export class ArrayFeed implements EventFeed {
  readonly events: Recorded[];

  constructor(events: readonly Recorded[] = []) {
    this.events = [...events];
  }

  append(type: string, data: object): Recorded {
    const event = recorded((this.events.at(-1)?.position ?? 0) + 10, type, data);
    this.events.push(event);
    return event;
  }

  end(): Promise<number> {
    return Promise.resolve(this.events.at(-1)?.position ?? 0);
  }

  async *history(after: number, pageSize: number): AsyncIterable<FeedPage> {
    const end = await this.end();
    for (let position = after; position < end;) {
      const page = this.#page(position, pageSize);
      if (page === undefined) return;
      position = page.position;
      yield page;
    }
  }

  async *live(after: number, pageSize: number, signal: AbortSignal): AsyncIterable<FeedPage> {
    let position = after;
    while (!signal.aborted) {
      const page = this.#page(position, pageSize);
      if (page === undefined) {
        await sleep(1);
      } else {
        position = page.position;
        yield page;
      }
    }
  }

  #page(after: number, pageSize: number): FeedPage | undefined {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.position ?? 0) > after) high = middle;
      else low = middle + 1;
    }
    const events = this.events.slice(low, low + pageSize);
    const last = events.at(-1);
    return last === undefined ? undefined : { events, position: last.position };
  }
}
