import type { EventData } from "@eventstore/db-client";

/** What one append writes. */
export interface Passage {
  readonly stream: string;
  /** The revision that the stream has before it; -1: the stream must be new. */
  readonly expected: number;
  readonly events: EventData[];
}

/**
 * Decided events that wait to be written, gathered into few appends.
 *
 * An event may stand behind another one for two reasons: both are of one stream, or both are of
 * one story (a correlation id). Each event gets the first of the chapter's rounds in which neither
 * is broken. What is of one stream and one round is one append; the appends of one round may go
 * out side by side. So every cause is in the log before its effects, as if all had been appended
 * one by one; only what has nothing to do with each other changes places.
 */
export class Chapter {
  readonly rounds: Map<string, Passage>[] = [];
  readonly #roundOfStream = new Map<string, number>();
  readonly #lastOfStory = new Map<string, { readonly stream: string; readonly round: number }>();
  #events = 0;

  get events(): number {
    return this.#events;
  }

  /** @param expected the stream's revision before these events */
  add(story: string, stream: string, expected: number, events: readonly EventData[]): void {
    const before = this.#lastOfStory.get(story);
    const behind = before === undefined ? 0 : before.round + (before.stream === stream ? 0 : 1);
    const round = Math.max(behind, this.#roundOfStream.get(stream) ?? 0);
    this.#roundOfStream.set(stream, round);
    this.#lastOfStory.set(story, { stream, round });
    while (this.rounds.length <= round) this.rounds.push(new Map());
    const passages = this.rounds[round];
    const passage = passages?.get(stream);
    if (passage === undefined) passages?.set(stream, { stream, expected, events: [...events] });
    else passage.events.push(...events);
    this.#events += events.length;
  }
}
