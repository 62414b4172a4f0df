import { setTimeout as pause } from "node:timers/promises";
import { projections } from "../../projections/index.js";
import { projectionStatus } from "../platform/projecting/status.js";
import type { Foundation } from "./foundation.js";
import type { RunningRoles } from "./running-roles.js";

/** Milliseconds after which an API goes ahead: its projector may start later than itself. */
const PATIENCE = 30_000;

const LOOK_EVERY = 20;

/** Waits until every read model has its tables and shows all that the log holds now. */
export async function whenReadable(
  { database, eventLog }: Foundation,
  roles: RunningRoles,
): Promise<void> {
  const { feed } = eventLog;
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    const status = await projectionStatus({ definitions: projections, feed, database });
    if (status.every(({ state }) => state !== "missing")) break;
    await pause(LOOK_EVERY);
  }
  await roles.projected.reached(await feed.end(), Math.max(0, until - performance.now()));
}
