import type { Logger } from "pino";
import type { EventFeed } from "../../kernel/event-feed.js";
import type { ProjectionDefinition } from "../../kernel/projection.js";
import type { Database } from "../database/database.js";
import type { Poisoned } from "./isolate-poison.js";
import { runLive, type PageDone } from "./live-runner.js";
import { planProjections } from "./planned-projection.js";
import { rebuildOutdated } from "./rebuild-outdated.js";
import type { Progress } from "./progress.js";

export interface RunProjectionsOptions {
  readonly definitions: readonly ProjectionDefinition[];
  readonly feed: EventFeed;
  readonly database: Database;
  readonly log: Pick<Logger, "info" | "warn" | "error">;
  /** Told of every page in the instant after its commit. */
  readonly progress: Progress;
  readonly onPage?: (done: PageDone) => void;
  readonly onStopped?: (poisoned: Poisoned) => void;
}

/** The projector of this process; it leads or stands by. */
export interface ProjectionRunner {
  /** Finishes the page at hand and gives the lead away. */
  stop(): Promise<void>;
}

/** Starts projecting; returns at once and looks for its stores until it finds them. */
export function runProjections(options: RunProjectionsOptions): ProjectionRunner {
  const projections = planProjections(options.definitions);
  const stopping = new AbortController();
  let rebuilding = Promise.resolve();
  const rebuild = (names: readonly string[], signal: AbortSignal): Promise<void> => {
    rebuilding = rebuilding.then(() => rebuildOutdated(options, options.log, names, signal));
    return rebuilding;
  };
  const running = runLive({ ...options, projections, rebuild }, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
      await rebuilding;
    },
  };
}
