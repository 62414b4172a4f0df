import type { Database, Transaction } from "../database/database.js";
import { enter, setState, standings, type Standing } from "./bookkeeping.js";
import type { PlannedProjection } from "./planned-projection.js";
import { createIndexes, createTable, dropTable } from "./table-ddl.js";

/** A version that no code has: the empty tables of a projection that is still to be built. */
const NOTHING_YET = 0;

/**
 * Brings the live tables and the code together when a leader starts.
 *
 * A new projection gets empty tables. It starts at the beginning of the log with the others if
 * they do; else it is built beside, since catching up would keep the others waiting. One whose
 * version differs from the code's is `outdated`: its tables answer reads until they are replaced.
 *
 * @returns the projections to be rebuilt
 */
export async function prepareTables(
  database: Database,
  projections: readonly PlannedProjection[],
): Promise<readonly string[]> {
  return database.transaction(async (transaction) => {
    const known = new Map((await standings(transaction)).map((row) => [row.name, row]));
    const begun = [...known.values()].some(({ position }) => position > 0);
    const rebuild: string[] = [];
    for (const projection of projections) {
      const standing = known.get(projection.name);
      known.delete(projection.name);
      if (standing === undefined) await create(transaction, projection, begun);
      else await reconcile(transaction, projection, standing);
      const fits = standing === undefined ? !begun : standing.version === projection.version;
      if (!fits) rebuild.push(projection.name);
    }
    for (const { name } of known.values()) await setState(transaction, name, "outdated");
    return rebuild;
  });
}

async function create(
  transaction: Transaction,
  projection: PlannedProjection,
  begun: boolean,
): Promise<void> {
  for (const plan of projection.tables) {
    await transaction.script(dropTable(plan.name, "read"));
    await transaction.script(createTable(plan, "read"));
    for (const statement of createIndexes(plan, "read")) await transaction.script(statement);
  }
  const version = begun ? NOTHING_YET : projection.version;
  await enter(transaction, projection, version, begun ? "outdated" : "live");
}

async function reconcile(
  transaction: Transaction,
  projection: PlannedProjection,
  { name, version, state }: Standing,
): Promise<void> {
  if (version !== projection.version) await setState(transaction, name, "outdated");
  else if (state === "outdated") await setState(transaction, name, "live");
}
