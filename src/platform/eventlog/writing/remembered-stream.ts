import type { RecordedEvent } from "@eventstore/db-client";
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
  /** Identifies the last event, to notice if the log tells another story by now. */
  mark: string;
  /** Milliseconds of `performance.now()` at which the log was last asked. */
  checkedAt: number;
}

export function unwritten<S>(initial: S): RememberedStream<S> {
  return { state: initial, revision: -1, commands: new Map(), mark: "", checkedAt: 0 };
}

export function markOf(id: string, occurredAt: string): string {
  return `${id} ${occurredAt}`;
}

/** The mark of an event as it is stored. */
export function storedMark({ id, metadata }: RecordedEvent): string {
  const { occurredAt } = (metadata ?? {}) as { readonly occurredAt?: string };
  return markOf(id, occurredAt ?? "");
}

/** Takes in one more event of the stream. */
export function remember<S>(
  stream: RememberedStream<S>,
  { id, revision, metadata }: Recorded,
  state: S,
): void {
  const known = stream.commands.get(metadata.commandId);
  stream.state = state;
  stream.revision = revision;
  stream.commands.set(metadata.commandId, { first: known?.first ?? revision, last: revision });
  stream.mark = markOf(id, metadata.occurredAt);
}
