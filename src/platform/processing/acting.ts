import type { Logger } from "pino";
import type { ProcessDefinition, ProcessPorts } from "../../kernel/process.js";
import { isAway } from "../eventlog/away.js";
import { backoff, pause } from "../eventlog/waiting.js";
import { keyOf, type Cause, type EventCause, type Reactor } from "./reaction.js";
import { MOST_ATTEMPTS, type Retries } from "./retries.js";

/** What became of a reaction; `interrupted`: this process no longer leads, another will do it. */
export type Acted = "done" | "failed" | "interrupted";

/**
 * Reacts and, when the reaction throws, sees to it that it is tried again later. A store that is
 * away is nobody's fault: the reaction is repeated here until the store is back.
 */
export class Acting<P extends ProcessPorts> {
  readonly #reactor: Reactor<P>;
  readonly #retries: Retries;
  readonly #log: Logger;

  constructor(reactor: Reactor<P>, retries: Retries, log: Logger) {
    this.#reactor = reactor;
    this.#retries = retries;
    this.#log = log;
  }

  /** @param before how often this reaction has failed until now */
  async act(
    definition: ProcessDefinition<P>,
    cause: Cause,
    before: number,
    signal: AbortSignal,
  ): Promise<Acted> {
    let failure: { readonly error: unknown } | undefined;
    const acted = await withStores(signal, async () => {
      try {
        await this.#reactor.react(definition, cause);
      } catch (error) {
        if (isAway(error)) throw error;
        failure = { error };
      }
    });
    if (!acted) return "interrupted";
    return failure === undefined
      ? "done"
      : this.fail(definition, cause, before + 1, failure.error, signal);
  }

  /** Leaves a reaction to the next look at what is due. */
  async queue(process: string, cause: EventCause, signal: AbortSignal): Promise<Acted> {
    const queued = await withStores(signal, () => this.#retries.queue(process, cause));
    return queued ? "done" : "interrupted";
  }

  /** Notes that a reaction has failed so many times now. */
  async fail(
    { name: process, outward }: ProcessDefinition<P>,
    cause: Cause,
    attempts: number,
    error: unknown,
    signal: AbortSignal,
  ): Promise<Acted> {
    this.#reactor.counters.failed += 1;
    this.#log.error({ err: error, process, key: keyOf(cause), attempts }, "a reaction failed");
    const tried = { attempts, most: outward?.attempts ?? MOST_ATTEMPTS };
    const note = (): Promise<void> => this.#retries.failed(process, cause, tried, error);
    return (await withStores(signal, note)) ? "failed" : "interrupted";
  }
}

/** Repeats the work while a store is away; false when the signal aborted before it was done. */
export async function withStores(signal: AbortSignal, work: () => Promise<void>): Promise<boolean> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      await work();
      return true;
    } catch (error) {
      if (!isAway(error)) throw error;
      await pause(backoff(attempt, 100, 2_000), signal);
    }
  }
  return false;
}
