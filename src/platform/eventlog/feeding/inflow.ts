import type {
  AllStreamRecordedEvent,
  AllStreamResolvedEvent,
  AllStreamSubscription,
  StreamingRead,
} from "@eventstore/db-client";
import { isFinal } from "../failures.js";
import { LogUnavailable } from "../log-unavailable.js";

/** What the client streams, be it a read or a subscription. */
export type Source = StreamingRead<AllStreamResolvedEvent> | AllStreamSubscription;

/** How many events may wait for the consumer, in pages, before the source is stopped. */
const PAGES_AHEAD = 2;

/** Events as they were stored, and how far the log was seen with them. */
export interface StoredPage {
  readonly events: readonly AllStreamRecordedEvent[];
  readonly position: number;
}

/**
 * Gathers what a source pushes until it is taken page by page. It costs no promise an event, and
 * it stops the source, and so the sending store, while the consumer does not keep up.
 */
export class Inflow {
  readonly #source: Source;
  readonly #pageSize: number;
  #events: AllStreamRecordedEvent[] = [];
  #position: number;
  #taken: number;
  #ended = false;
  #error: Error | undefined;
  #wake: (() => void) | undefined;

  /** @param after events up to this position are skipped */
  constructor(source: Source, after: number, pageSize: number) {
    this.#source = source;
    this.#pageSize = pageSize;
    this.#position = after;
    this.#taken = after;
    source.on("data", (resolved: AllStreamResolvedEvent) => this.#receive(resolved));
    source.on("error", (error: Error) => this.#finish(error));
    source.on("end", () => this.#finish());
  }

  /** The log was seen up to here; counts unless events wait in front of it. */
  seen(position: number): void {
    if (this.#source.readableLength > 0) return;
    this.#position = Math.max(this.#position, position);
    this.#notify();
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Takes no more from the source; whoever waits goes on. */
  end(): void {
    this.#finish();
  }

  get full(): boolean {
    return this.#events.length >= this.#pageSize;
  }

  /** True when there is nothing to take and never will be. */
  get exhausted(): boolean {
    return this.#ended && this.#error === undefined && !this.#something;
  }

  /** True once a take would give something, or throw. */
  get ready(): boolean {
    return this.#ended || this.#something;
  }

  /** Resolves at the next change; there is one waiter at a time. */
  changed(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** At most a page of what is there; throws `LogUnavailable` once it is all given out. */
  take(): StoredPage {
    if (!this.#something && this.#error !== undefined) throw this.#error;
    const events = this.#events.splice(0, this.#pageSize);
    const last = events.at(-1);
    const all = this.#events.length === 0 || last === undefined;
    this.#taken = all ? this.#position : Number(last.position.commit);
    if (!this.full) this.#source.resume();
    return { events, position: this.#taken };
  }

  get #something(): boolean {
    return this.#events.length > 0 || this.#position > this.#taken;
  }

  #receive({ event }: AllStreamResolvedEvent): void {
    if (event === undefined) return;
    const position = Number(event.position.commit);
    if (position <= this.#position) return;
    this.#position = position;
    if (!event.type.startsWith("$")) this.#events.push(event);
    if (this.#events.length >= this.#pageSize * PAGES_AHEAD) this.#source.pause();
    if (this.#events.length === 1 || this.full) this.#notify();
  }

  #finish(error?: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    if (error !== undefined) {
      this.#error = isFinal(error) ? error : new LogUnavailable(error.message, error);
    }
    this.#notify();
  }

  #notify(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }
}
