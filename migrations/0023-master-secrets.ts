import type { Migration } from "../src/platform/database/migrate.js";

/** What was derived from the first master key, wrapped by the present one, which may change. */
export const masterSecrets: Migration = {
  name: "0023-master-secrets",
  up: (schema) =>
    schema.raw("create table ops.master_secrets (name text primary key, key bytea not null)"),
  down: (schema) => schema.raw("drop table ops.master_secrets"),
};
