import { migrations } from "../../../migrations/index.js";
import { openDatabase, type Database } from "../../../src/platform/database/database.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { createTestDatabase } from "../../world/database.js";

/** The address of a new database with every migration. */
export async function freshUrl(): Promise<string> {
  const { url } = await createTestDatabase();
  await migrate(url, migrations);
  return url;
}

/** One more process' access to it. */
export function open(url: string): Database {
  return openDatabase({ url, poolSize: 5 });
}
