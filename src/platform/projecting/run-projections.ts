import type { ProjectionDefinition } from "../../kernel/projection.js";
import { runLive, type LiveRunnerOptions } from "./live-runner.js";
import { planProjections } from "./planned-projection.js";
import { rebuildOutdated } from "./rebuild-outdated.js";

export interface RunProjectionsOptions extends Omit<LiveRunnerOptions, "projections" | "rebuild"> {
  readonly definitions: readonly ProjectionDefinition[];
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
