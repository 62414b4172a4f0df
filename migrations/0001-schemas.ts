import type { Migration } from "../src/platform/database/migrate.js";

/**
 * The schemas (DESIGN §5, §6) and what the projection engine keeps about its work.
 *
 * `read` is what queries see; `rebuild` is built beside it and swapped in; `retired` holds what
 * was swapped out, for a roll back; `ops` is the part that is backed up.
 *
 * A projection's row changes with every page, so its page has room for many versions of it.
 */
export const schemas: Migration = {
  name: "0001-schemas",
  up: (schema) =>
    schema.raw(`
      create schema if not exists read;
      create schema if not exists rebuild;
      create schema if not exists retired;

      create table ops.projections (
        name text primary key,
        version integer not null,
        position bigint not null,
        tables json not null,
        state text not null check (state in ('live', 'stopped', 'outdated')),
        error text,
        error_position bigint,
        changed_at timestamptz not null default now(),
        retired_version integer,
        retired_position bigint,
        retired_tables json
      ) with (fillfactor = 20);

      create table ops.rebuilds (
        id bigint generated always as identity primary key,
        names text[] not null,
        purpose text not null check (purpose in ('rebuild', 'verify')),
        phase text not null,
        events bigint not null default 0,
        position bigint not null default 0,
        target bigint not null default 0,
        rate double precision not null default 0,
        abort boolean not null default false,
        error text,
        started_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        ended_at timestamptz
      );
    `),
  down: (schema) =>
    schema.raw(`
      drop table ops.rebuilds;
      drop table ops.projections;
      drop schema retired cascade;
      drop schema rebuild cascade;
      drop schema read cascade;
    `),
};
