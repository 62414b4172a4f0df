import type { Migration } from "../src/platform/database/migrate.js";

/**
 * What the sandbox plays with (DESIGN §10): the moved clock, the messages that were not really
 * sent and the books of the pretended Razorpay. Empty in production.
 */
export const sandbox: Migration = {
  name: "0010-sandbox",
  up: (schema) =>
    schema.raw(`
      create table ops.sandbox_clock (
        single boolean primary key default true check (single),
        offset_ms bigint not null check (offset_ms >= 0)
      );

      create table ops.outbox (
        id bigint generated always as identity primary key,
        marketplace text not null,
        channel text not null check (channel in ('email', 'sms', 'push')),
        "to" text not null,
        subject text not null,
        text text not null,
        data jsonb not null,
        sent_at timestamptz not null
      );
      create index on ops.outbox ("to", id desc);

      create table ops.sandbox_gateway (
        id text primary key,
        kind text not null check (kind in ('order', 'payment', 'refund')),
        parent text references ops.sandbox_gateway (id),
        reference text,
        amount bigint not null check (amount >= 0),
        currency text not null,
        status text not null,
        method text,
        failure text,
        notes jsonb not null default '{}',
        refunded bigint not null default 0 check (refunded between 0 and amount),
        webhook_due boolean not null default false,
        deliveries integer not null default 0,
        created_at timestamptz not null
      );
      create index on ops.sandbox_gateway (created_at) where kind = 'payment';
      create index on ops.sandbox_gateway (created_at, id) where webhook_due;
      create index on ops.sandbox_gateway (id) where kind = 'refund' and status = 'pending';
    `),
  down: (schema) =>
    schema.raw(`
      drop table ops.sandbox_gateway;
      drop table ops.outbox;
      drop table ops.sandbox_clock;
    `),
};
