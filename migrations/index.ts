import type { Migration } from "../src/platform/database/migrate.js";
import { schemas } from "./0001-schemas.js";

/** Every step in order. Append only: a database may stand at any of them. */
export const migrations: readonly Migration[] = [schemas];
