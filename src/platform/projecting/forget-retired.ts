import type { Database } from "../database/database.js";
import { lockStandings } from "./bookkeeping.js";
import { withRebuildLock } from "./rebuild-lock.js";
import { dropTable } from "./table-ddl.js";

/**
 * Drops the retired tables of these projections, so that nothing can be rolled back to them: what
 * an erased person's key once opened stands in them in the clear.
 */
export function forgetRetired(database: Database, names: readonly string[]): Promise<void> {
  return withRebuildLock(database, () =>
    database.transaction(async (transaction) => {
      const standings = await lockStandings(transaction, names);
      const tables = standings.flatMap(({ retired_tables: retired }) => retired ?? []);
      if (tables.length > 0) {
        await transaction.script(tables.map((table) => dropTable(table, "retired")).join(""));
      }
      await transaction.rows(
        `update ops.projections
         set retired_version = null, retired_position = null, retired_tables = null
         where name = any($1)`,
        [names],
      );
    }),
  );
}
