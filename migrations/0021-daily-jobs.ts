import type { Migration } from "../src/platform/database/migrate.js";

/** When each daily job is due next, and how its last run went. */
export const dailyJobs: Migration = {
  name: "0021-daily-jobs",
  up: (schema) =>
    schema.raw(`
      create table ops.daily_jobs (
        name text not null,
        marketplace text not null,
        next_at timestamptz not null,
        last_day text,
        last_started_at timestamptz,
        last_ended_at timestamptz,
        last_result json,
        last_error text,
        failures integer not null default 0,
        retry_at timestamptz,
        primary key (name, marketplace)
      );
    `),
  down: (schema) => schema.raw("drop table ops.daily_jobs"),
};
