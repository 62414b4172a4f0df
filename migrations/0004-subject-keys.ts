import type { Migration } from "../src/platform/database/migrate.js";

/**
 * Keys of data subjects, wrapped by the master key (DESIGN §4). An erased subject keeps its row
 * without a key, so that nobody ever makes it another one.
 */
export const subjectKeys: Migration = {
  name: "0004-subject-keys",
  up: (schema) =>
    schema.raw(`
      create table ops.subject_keys (
        subject text primary key,
        key bytea,
        created_at timestamptz not null default now(),
        erased_at timestamptz,
        check ((key is null) = (erased_at is not null))
      );
    `),
  down: (schema) => schema.raw("drop table ops.subject_keys"),
};
