import type { ReadModel } from "../../kernel/read-model.js";
import type { PlannedProjection } from "./planned-projection.js";

/**
 * - `live`: follows the log.
 * - `stopped`: met an event that it cannot take; its rows stand where it stopped.
 * - `outdated`: its tables are of another version than the code; being rebuilt beside.
 */
export type ProjectionState = "live" | "stopped" | "outdated";

/** What `ops.projections` says of one projection's live tables. */
export interface Standing {
  readonly name: string;
  readonly version: number;
  readonly position: number;
  readonly state: ProjectionState;
  readonly tables: readonly string[];
  readonly error: string | null;
  readonly error_position: number | null;
  readonly retired_version: number | null;
  readonly retired_position: number | null;
  readonly retired_tables: readonly string[] | null;
}

const COLUMNS =
  "name, version, position, state, tables, error, error_position, " +
  "retired_version, retired_position, retired_tables";

/** Told when a projection was swapped, stopped, resumed or rolled back. */
export const CHANGES = "daybook_projections";

/** Told the position of every page that was committed. */
export const POSITIONS = "daybook_position";

export function standings(reads: ReadModel): Promise<Standing[]> {
  return reads.rows<Standing>(`select ${COLUMNS} from ops.projections order by name`);
}

/** As `standings`, and nobody moves these projections until the transaction ends. */
export function lockStandings(reads: ReadModel, names: readonly string[]): Promise<Standing[]> {
  return reads.rows<Standing>(
    `select ${COLUMNS} from ops.projections where name = any($1) order by name for update`,
    [names],
  );
}

/** Enters a projection whose tables were just created empty. */
export async function enter(
  reads: ReadModel,
  projection: PlannedProjection,
  version: number,
  state: ProjectionState,
): Promise<void> {
  await reads.rows(
    "insert into ops.projections (name, version, position, tables, state) " +
      "values ($1, $2, 0, $3, $4)",
    [projection.name, version, tableNames(projection), state],
  );
}

export function tableNames(projection: PlannedProjection): string {
  return JSON.stringify(projection.tables.map(({ name }) => name));
}

/** Sets a projection's state; an error is kept with it or cleared. */
export async function setState(
  reads: ReadModel,
  name: string,
  state: ProjectionState,
  error?: { readonly message: string; readonly position: number | null },
): Promise<void> {
  await reads.rows(
    "update ops.projections set state = $2, error = $3, error_position = $4, changed_at = now() " +
      "where name = $1",
    [name, state, error?.message ?? null, error?.position ?? null],
  );
}

export async function announceChange(reads: ReadModel): Promise<void> {
  await reads.rows("select pg_notify($1, '')", [CHANGES]);
}

/** Tells every process that what is healthy has come so far; inside a page, with its commit. */
export async function announcePosition(reads: ReadModel, position: number): Promise<void> {
  await reads.rows("select pg_notify($1, $2)", [POSITIONS, String(position)]);
}
