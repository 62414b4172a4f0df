import type { Connection } from "../database/connection.js";
import { isPassing } from "./isolate-poison.js";
import type { PlannedProjection } from "./planned-projection.js";
import { createKey, secondaryIndexes } from "./table-ddl.js";
import type { TablePlan } from "./table-plan.js";
import { qualified } from "./sql-text.js";

/**
 * Gives the loaded tables their keys and indexes and the planner its statistics, as many at a
 * time as there are connections.
 *
 * @param keyed tables that have their key already
 * @returns projections whose rows a key or unique index refuses
 */
export async function buildIndexes(
  connections: readonly Connection[],
  projections: readonly PlannedProjection[],
  keyed: ReadonlySet<TablePlan>,
  signal: AbortSignal,
): Promise<ReadonlyMap<PlannedProjection, Error>> {
  const refused = new Map<PlannedProjection, Error>();
  const work = projections.flatMap((projection) =>
    projection.tables.map((plan) => ({ projection, statements: statementsFor(plan, keyed) })),
  );
  const worker = async (connection: Connection): Promise<void> => {
    for (let job = work.shift(); job !== undefined; job = work.shift()) {
      try {
        for (const statement of job.statements) {
          signal.throwIfAborted();
          await connection.script(statement);
        }
      } catch (error) {
        if (signal.aborted || isPassing(error) || !(error instanceof Error)) throw error;
        refused.set(job.projection, error);
      }
    }
  };
  await Promise.all(connections.map(worker));
  return refused;
}

function statementsFor(plan: TablePlan, keyed: ReadonlySet<TablePlan>): readonly string[] {
  const key = keyed.has(plan) ? [] : [createKey(plan, "rebuild")];
  // Marks the pages as seen by all, without which counting off an index reads every row after all.
  const settle = `vacuum (analyze) ${qualified("rebuild", plan.name)}`;
  return [settle, ...key, ...secondaryIndexes(plan, "rebuild")];
}
