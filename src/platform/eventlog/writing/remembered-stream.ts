import type { Recorded } from "../../../kernel/event.js";

/** The revisions that one command wrote, inclusive. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** What is known of a stream up to a revision (-1: no event yet). */
export interface RememberedStream<S> {
  state: S;
  revision: number;
  /** Which commands the stream has taken, and where. */
  readonly commands: Map<string, Span>;
  /** How many erasures the memory had seen when this was begun. */
  readonly erasures: number;
  /** Milliseconds of `performance.now()` at which the log was last asked. */
  checkedAt: number;
}

export function unwritten<S>(initial: S, erasures: number): RememberedStream<S> {
  return { state: initial, revision: -1, commands: new Map(), erasures, checkedAt: 0 };
}

/** Takes in one more event of the stream. */
export function remember<S>(
  stream: RememberedStream<S>,
  { revision, metadata }: Recorded,
  state: S,
): void {
  const known = stream.commands.get(metadata.commandId);
  stream.state = state;
  stream.revision = revision;
  stream.commands.set(metadata.commandId, { first: known?.first ?? revision, last: revision });
}
