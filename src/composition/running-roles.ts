import { processes } from "../processes/index.js";
import { tellSubscriber } from "../processes/tell-subscriber.js";
import { projections } from "../../projections/index.js";
import { runProcesses } from "../platform/processing/run-processes.js";
import { watchProcesses, type Processes } from "../platform/processing/watch-processes.js";
import { watchProgress, type WatchedProgress } from "../platform/projecting/progress.js";
import { runProjections } from "../platform/projecting/run-projections.js";
import type { Metrics } from "../platform/telemetry/metrics.js";
import type { Foundation } from "./foundation.js";
import { processPorts, type Outside } from "./process-ports.js";

/** The read models' and the processes' progress, run here or watched from here. */
export interface RunningRoles {
  readonly projected: WatchedProgress;
  readonly processed: Processes;
  stop(): Promise<void>;
}

/** Runs what ROLES gives this process; what it does not run it watches in the database. */
export function runRoles(foundation: Foundation, outside: Outside, metrics: Metrics): RunningRoles {
  const { config, database, eventLog, log, clock } = foundation;
  const { feed } = eventLog;
  const projected = watchProgress(database);
  const projecting = config.roles.includes("projector")
    ? runProjections({
        definitions: projections,
        feed,
        database,
        log,
        progress: projected.progress,
        onPage: ({ events, behind }) => metrics.projected(events, behind / 1_000),
        onStopped: ({ name }) => metrics.projectionStopped(name),
      })
    : undefined;
  const processing = config.roles.includes("processes")
    ? runProcesses({
        definitions: [...processes, ...config.webhooks.urls.map(tellSubscriber)],
        feed,
        eventAt: async (stream, revision) => {
          const [event] = await eventLog.readStream(stream, { from: revision, to: revision });
          return event;
        },
        commands: eventLog,
        ports: processPorts(foundation, outside),
        projections: projected,
        database,
        clock,
        log,
      })
    : undefined;
  const watching = processing ?? watchProcesses(database, feed);
  return {
    projected,
    processed: watching,
    async stop() {
      await processing?.stop();
      if ("close" in watching && typeof watching.close === "function") watching.close();
      await projecting?.stop();
      projected.close();
    },
  };
}
