import knex, { type Knex } from "knex";
import { ADVISORY_LOCKS } from "./advisory-locks.js";
import { openConnection } from "./connection.js";

export type Schema = Knex;

/** One step of the database's form. A migration that has been released is never edited. */
export interface Migration {
  /** Orders the steps and is remembered: `0001-schemas`. */
  readonly name: string;
  up(schema: Schema): Promise<unknown>;
  down(schema: Schema): Promise<unknown>;
}

const MIGRATION_LOCK = ADVISORY_LOCKS.migration;

/**
 * Brings the database to the newest form.
 *
 * Several processes may call it at once: an advisory lock lets one work while the others wait,
 * and it dies with its process. Knex' own lock is a row that a killed process leaves behind, so
 * it is freed by whoever holds the advisory one.
 *
 * @returns the names of the migrations that ran now
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const guard = await openConnection(url);
  const runner = knex({
    client: "pg",
    connection: { connectionString: url, connectionTimeoutMillis: 5_000 },
    pool: { min: 0, max: 1 },
  });
  try {
    await guard.rows("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await guard.script("create schema if not exists ops");
    const config = migratorConfig(migrations);
    await runner.migrate.forceFreeMigrationsLock(config);
    const [, names] = (await runner.migrate.latest(config)) as [number, string[]];
    return names;
  } finally {
    await runner.destroy();
    await guard.close();
  }
}

function migratorConfig(migrations: readonly Migration[]): Knex.MigratorConfig {
  const migrationSource: Knex.MigrationSource<Migration> = {
    getMigrations: () => Promise.resolve([...migrations]),
    getMigrationName: ({ name }) => name,
    getMigration: (migration) =>
      Promise.resolve({
        up: async (schema) => migration.up(schema),
        down: async (schema) => migration.down(schema),
      }),
  };
  return { schemaName: "ops", tableName: "migrations", migrationSource };
}
