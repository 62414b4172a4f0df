import type { Migration } from "../src/platform/database/migrate.js";

/**
 * Private papers of people, each sealed with its owner's key. Sealed bytes do not compress, so
 * the server need not try.
 */
export const files: Migration = {
  name: "0013-files",
  up: (schema) =>
    schema.raw(`
      create table ops.files (
        id uuid primary key,
        owner text not null,
        type text not null,
        sealed bytea not null,
        kept_at timestamptz not null default now()
      );
      alter table ops.files alter column sealed set storage external;
      create index files_by_owner on ops.files (owner);
    `),
  down: (schema) => schema.raw("drop table ops.files"),
};
