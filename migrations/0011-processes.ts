import type { Migration } from "../src/platform/database/migrate.js";

/** What the processes keep beside the log: how far they are, what failed, what was due. */
export const processes: Migration = {
  name: "0011-processes",
  up: (schema) =>
    schema.raw(`
      create table ops.process_checkpoints (
        runner text primary key,
        position bigint not null,
        updated_at timestamptz not null default now()
      );

      create table ops.process_retries (
        process text not null,
        key text not null,
        stream text,
        revision bigint,
        position bigint,
        deadline json,
        attempts integer not null,
        next_at timestamptz not null,
        next_real_at timestamptz not null,
        last_error text not null,
        created_at timestamptz not null default now(),
        parked_at timestamptz,
        primary key (process, key),
        check ((stream is null) = (deadline is not null))
      );
      create index on ops.process_retries (next_at) where parked_at is null;

      create table ops.process_deadlines (
        kind text not null,
        subject text not null,
        due_at timestamptz not null,
        delivered_at timestamptz not null default now(),
        primary key (kind, subject, due_at)
      );
      create index on ops.process_deadlines (delivered_at);
    `),
  down: (schema) =>
    schema.raw(`
      drop table ops.process_deadlines;
      drop table ops.process_retries;
      drop table ops.process_checkpoints;
    `),
};
