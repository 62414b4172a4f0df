import type { Market } from "../kernel/market.js";
import type { Reconciliation } from "../operations/ports.js";
import { operationsSurface } from "../operations/surface.js";
import { parkedReactions, unpark } from "../platform/processing/parked-reactions.js";
import type { Schedule } from "../platform/scheduling/schedule.js";
import type { Foundation } from "./foundation.js";
import { administerProjections } from "./projection-administration.js";

/** The staff API joined to its ports; whoever opens it closes it. */
export interface Operations {
  readonly surface: Market;
  close(): Promise<void>;
}

export function openOperations(
  foundation: Foundation,
  reconciliation: Reconciliation,
  jobs: Schedule,
): Operations {
  const { database, eventLog } = foundation;
  const projections = administerProjections(foundation);
  const surface = operationsSurface({
    readStream: (stream, range) => eventLog.readStream(stream, range),
    projections,
    reconciliation,
    jobs,
    reactions: {
      list: () => parkedReactions(database),
      retry: (process, key) => unpark(database, process, key),
    },
  });
  return { surface, close: () => projections.close() };
}
