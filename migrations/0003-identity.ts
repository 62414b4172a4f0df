import type { Migration } from "../src/platform/database/migrate.js";

/** Who callers are (DESIGN §6). Times in bigint are milliseconds of business time. */
export const identity: Migration = {
  name: "0003-identity",
  up: (schema) =>
    schema.raw(`
      create table ops.sessions (
        id text primary key,
        account text not null,
        marketplace text not null,
        realm text not null,
        role text not null,
        started_at bigint not null,
        access_until bigint not null,
        refresh_until bigint not null,
        ended_at bigint,
        ended_why text check (ended_why in ('ended', 'blocked'))
      );
      create index sessions_by_account on ops.sessions (account) where ended_at is null;
      create index sessions_ended on ops.sessions (access_until) where ended_at is not null;

      create table ops.refresh_tokens (
        hash text primary key,
        session text not null references ops.sessions on delete cascade,
        expires_at bigint not null,
        used_at bigint
      );
      create index refresh_tokens_by_session on ops.refresh_tokens (session);

      create table ops.otps (
        recipient text primary key,
        code text not null,
        expires_at bigint not null,
        attempts integer not null default 0,
        used_at bigint
      );

      create table ops.credentials (
        account text primary key,
        hash text not null,
        changed_at timestamptz not null default now()
      );

      create table ops.drafts (
        number bigint generated always as identity,
        kind text not null,
        id text not null,
        owner text not null,
        value json not null,
        made_at bigint not null,
        expires_at bigint not null,
        primary key (kind, id)
      );
      create index drafts_by_owner on ops.drafts (kind, owner, made_at);
    `),
  down: (schema) =>
    schema.raw(`
      drop table ops.drafts;
      drop table ops.credentials;
      drop table ops.otps;
      drop table ops.refresh_tokens;
      drop table ops.sessions;
    `),
};
