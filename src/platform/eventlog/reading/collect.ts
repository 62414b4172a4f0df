import type { StreamingRead } from "@eventstore/db-client";
import { LogUnavailable } from "../log-unavailable.js";

/** Milliseconds of silence after which a read counts as lost; the client sets no deadline. */
const READ_SILENCE = 5_000;

/**
 * All events of one bounded read. Fails after a silence, and leaves no call open behind it.
 */
export function collect<E>(read: StreamingRead<{ readonly event?: E }>): Promise<E[]> {
  return new Promise((resolve, refuse) => {
    const events: E[] = [];
    const fail = (error: Error): void => {
      clearTimeout(timer);
      refuse(error);
      cancel(read);
    };
    const timer = setTimeout(() => fail(new LogUnavailable("a read went silent")), READ_SILENCE);
    read.on("data", ({ event }) => {
      timer.refresh();
      if (event !== undefined) events.push(event);
    });
    read.on("error", fail);
    read.on("end", () => {
      clearTimeout(timer);
      resolve(events);
    });
  });
}

/** Ends a read whose rest nobody wants; its late errors are nobody's concern. */
export function cancel(read: { cancel(): Promise<void>; on: StreamingRead<unknown>["on"] }): void {
  read.on("error", () => undefined);
  read.cancel().catch(() => undefined);
}
