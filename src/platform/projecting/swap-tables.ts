import type { Transaction } from "../database/database.js";
import type { Place } from "./apply-page.js";
import { tableNames, type Standing } from "./bookkeeping.js";
import { dropTable, moveTable } from "./table-ddl.js";

/** Where the tables come from that take the live ones' place. */
export type SwapSource = "rebuild" | "retired";

type Swapper = Pick<Transaction, "rows" | "script">;

/** Puts the places' tables live and retires those that were; in the caller's transaction. */
export async function swapTables(
  swapper: Swapper,
  source: SwapSource,
  places: readonly Place[],
  standings: readonly Standing[],
): Promise<void> {
  for (const standing of standings) {
    if (source === "retired") await exchangeTables(swapper, standing);
    else await retireTables(swapper, standing);
  }
  if (source === "rebuild") {
    const built = places.flatMap(({ projection }) => projection.tables);
    await swapper.script(built.map(({ name }) => moveTable(name, "rebuild", "read")).join(""));
  }
  for (const place of places) await enter(swapper, place);
}

/** Live and retired tables of one projection change places; their standing changes with them. */
export async function exchangeTables(swapper: Swapper, standing: Standing): Promise<void> {
  const { name, tables } = standing;
  const retired = standing.retired_tables ?? [];
  await swapper.script(
    [
      ...tables.map((table) => moveTable(table, "read", "rebuild")),
      ...retired.map((table) => moveTable(table, "retired", "read")),
      ...tables.map((table) => moveTable(table, "rebuild", "retired")),
    ].join(""),
  );
  await swapper.rows(
    `update ops.projections set
       version = retired_version, position = retired_position, tables = retired_tables,
       retired_version = version, retired_position = position, retired_tables = tables
     where name = $1`,
    [name],
  );
}

/** Moves live tables to `retired`, whose earlier ones go for good. */
async function retireTables(swapper: Swapper, standing: Standing): Promise<void> {
  const { name, tables, retired_tables } = standing;
  const obsolete = new Set([...(retired_tables ?? []), ...tables]);
  await swapper.script(
    [
      ...[...obsolete].map((table) => dropTable(table, "retired")),
      ...tables.map((table) => moveTable(table, "read", "retired")),
    ].join(""),
  );
  await swapper.rows(
    `update ops.projections set
       retired_version = version, retired_position = position, retired_tables = tables
     where name = $1`,
    [name],
  );
}

async function enter(swapper: Swapper, { projection, position }: Place): Promise<void> {
  await swapper.rows(
    `insert into ops.projections (name, version, position, tables, state)
     values ($1, $2, $3, $4, 'live')
     on conflict (name) do update set
       version = excluded.version, position = excluded.position, tables = excluded.tables,
       state = 'live', error = null, error_position = null, changed_at = now()`,
    [projection.name, projection.version, position, tableNames(projection)],
  );
}
