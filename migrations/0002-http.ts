import type { Migration } from "../src/platform/database/migrate.js";

/** What the HTTP side keeps outside the log: first answers and long rate-limit windows. */
export const http: Migration = {
  name: "0002-http",
  up: (schema) =>
    schema.raw(`
      create table ops.idempotency (
        scope text primary key,
        fingerprint text not null,
        holder uuid not null,
        leased_until timestamptz not null,
        status integer,
        body text,
        position bigint,
        claimed_at timestamptz not null default now(),
        answered_at timestamptz
      );

      create table ops.rate_limits (
        subject text primary key,
        ends_at bigint not null,
        count integer not null
      );
    `),
  down: (schema) =>
    schema.raw(`
      drop table ops.rate_limits;
      drop table ops.idempotency;
    `),
};
