import type { Checks } from "../platform/http/health.js";
import type { Foundation } from "./foundation.js";
import type { RunningRoles } from "./running-roles.js";

/** Milliseconds that the read models may take to reach the log's end. */
const PATIENCE = 1_500;

/** Ready means: both stores answer, and a write that is made now can be read. */
export function readinessChecks({ database, eventLog }: Foundation, roles: RunningRoles): Checks {
  return {
    database: async () => (await database.rows("SELECT 1")).length === 1,
    log: async () => (await eventLog.feed.end()) >= 0,
    projections: async () => roles.projected.reached(await eventLog.feed.end(), PATIENCE),
  };
}
