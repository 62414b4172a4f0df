import { createWriteStream } from "node:fs";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { Foundation } from "../../src/composition/foundation.js";
import type { Recorded } from "../../src/kernel/event.js";
import { countBar } from "../count-bar.js";
import { interruption } from "../interruption.js";
import { States } from "./states.js";

export interface ReplayOptions {
  /** Undefined is the whole log. */
  readonly stream?: string;
  /** Revisions of the stream, or positions in the whole log; both inclusive. */
  readonly from?: number;
  readonly to?: number;
  /** ISO 8601; by business time. */
  readonly asOf?: string;
  readonly type?: readonly string[];
  readonly state?: true;
  /** Undefined is the terminal. */
  readonly out?: string;
}

/** Events a page of the whole log. */
const PAGE = 500;

/** Writes the events one a line; the exit code: 1 if the stream does not exist. */
export async function replay(foundation: Foundation, options: ReplayOptions): Promise<number> {
  const { out } = options;
  const sink = out === undefined ? process.stdout : createWriteStream(out);
  // A reader such as `head` that has seen enough closes the pipe; that is no failure.
  process.stdout.once("error", () => process.exit(0));
  const states = new States(options.state === true);
  const bar = countBar("positions", await foundation.eventLog.feed.end());
  const signal = interruption();
  let read = 0;
  for await (const page of pages(foundation, options)) {
    if (signal.aborted) break;
    read += page.length;
    for (const event of page) await writeEvent(sink, event, states, options);
    if (out !== undefined) bar.show(page.at(-1)?.position ?? 0);
  }
  bar.end();
  if (out !== undefined) await finished(sink.end());
  if (read > 0 || options.stream === undefined) return 0;
  console.error(`error: there is no stream ${options.stream}`);
  return 1;
}

async function* pages(
  { eventLog }: Foundation,
  { stream, to }: ReplayOptions,
): AsyncGenerator<readonly Recorded[]> {
  if (stream === undefined) {
    for await (const { events } of eventLog.feed.history(0, PAGE)) {
      yield to === undefined ? events : events.filter(({ position }) => position <= to);
      if (to !== undefined && (events.at(-1)?.position ?? 0) >= to) return;
    }
  } else {
    // From the first revision on, since a state is a fold of all that came before.
    yield await eventLog.readStream(stream, to === undefined ? {} : { to });
  }
}

async function writeEvent(
  sink: Writable,
  event: Recorded,
  states: States,
  { stream, from = 0, asOf, type }: ReplayOptions,
): Promise<void> {
  const state = states.after(event);
  const wanted =
    (stream === undefined ? event.position : event.revision) >= from &&
    (asOf === undefined || event.metadata.occurredAt <= asOf) &&
    (type === undefined || type.includes(event.type));
  if (!wanted) return;
  const line = state === undefined ? event : { ...event, state };
  if (!sink.write(`${JSON.stringify(line)}\n`)) await once(sink, "drain");
}
