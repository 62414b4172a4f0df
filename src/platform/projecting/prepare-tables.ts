import type { Database, Transaction } from "../database/database.js";
import { enter, setState, standings, type Standing } from "./bookkeeping.js";
import type { PlannedProjection } from "./planned-projection.js";
import { createIndexes, createTable, dropTable } from "./table-ddl.js";

/** A version that no code has: the empty tables of a projection that is still to be built. */
const NOTHING_YET = 0;

/** What a new leader finds to do. */
export interface ToRebuild {
  readonly names: readonly string[];
  /** No table shows anything yet: there is nothing to serve before they are built. */
  readonly first: boolean;
}

/**
 * Brings the live tables and the code together when a leader starts.
 *
 * A new projection gets empty tables. It starts at the beginning of the log with the others if
 * they do and the log is short; else it is built beside, which is many times as fast as catching
 * up and keeps nobody waiting. One whose
 * version differs from the code's is `outdated`: its tables answer reads until they are replaced.
 *
 * @param isLong whether the log is too long to be caught up with page by page
 */
export async function prepareTables(
  database: Database,
  projections: readonly PlannedProjection[],
  isLong: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<ToRebuild> {
  const before = await standings(database);
  const empty = before.every(({ position }) => position === 0);
  const beside = !empty || (await isLong());
  return database.transaction(async (transaction) => {
    const known = new Map((await standings(transaction)).map((row) => [row.name, row]));
    const names: string[] = [];
    for (const projection of projections) {
      const standing = known.get(projection.name);
      known.delete(projection.name);
      if (standing === undefined) await create(transaction, projection, beside);
      else await reconcile(transaction, projection, standing);
      const fits = standing === undefined ? !beside : standing.version === projection.version;
      if (!fits) names.push(projection.name);
    }
    for (const { name } of known.values()) await setState(transaction, name, "outdated");
    return { names, first: empty && names.length === projections.length };
  });
}

async function create(
  transaction: Transaction,
  projection: PlannedProjection,
  beside: boolean,
): Promise<void> {
  for (const plan of projection.tables) {
    await transaction.script(dropTable(plan.name, "read"));
    await transaction.script(createTable(plan, "read"));
    for (const statement of createIndexes(plan, "read")) await transaction.script(statement);
  }
  const version = beside ? NOTHING_YET : projection.version;
  await enter(transaction, projection, version, beside ? "outdated" : "live");
}

async function reconcile(
  transaction: Transaction,
  projection: PlannedProjection,
  { name, version, state }: Standing,
): Promise<void> {
  if (version !== projection.version) await setState(transaction, name, "outdated");
  else if (state === "outdated") await setState(transaction, name, "live");
}
