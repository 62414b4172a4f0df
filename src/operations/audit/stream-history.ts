import type { Recorded } from "../../kernel/event.js";
import { aggregates } from "../../modules/aggregates.js";
import type { OperationsPorts } from "../ports.js";

/** An event with the states of its aggregate around it. */
export interface HistoryStep {
  readonly event: Recorded;
  /** Undefined throughout in a stream that is no aggregate's: a claim, a number. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Events read at a time. */
const PAGE = 500;

/** Whether a stream has states to look at, or is bookkeeping of the log itself. */
export function hasState(stream: string): boolean {
  return aggregateOf(stream) !== undefined;
}

/** A stream from its first event on, each event with the state before and after it. */
export async function* streamHistory(
  { readStream }: Pick<OperationsPorts, "readStream">,
  stream: string,
): AsyncGenerator<HistoryStep> {
  const aggregate = aggregateOf(stream);
  let state: unknown = aggregate?.initial;
  for (let from = 0; ; from += PAGE) {
    const events = await readStream(stream, { from, limit: PAGE });
    for (const event of events) {
      const before = state;
      state = aggregate?.evolve(before, event);
      yield { event, before, after: state };
    }
    if (events.length < PAGE) return;
  }
}

function aggregateOf(stream: string) {
  const dash = stream.indexOf("-");
  const category = stream.slice(0, Math.max(dash, 0));
  return aggregates.find((aggregate) => aggregate.category === category);
}
