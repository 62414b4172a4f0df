import type { Migration } from "../src/platform/database/migrate.js";

/** What subscribers of custom webhooks were told, and how often that was tried. */
export const webhookDeliveries: Migration = {
  name: "0020-webhook-deliveries",
  up: (schema) =>
    schema.raw(`
      create table ops.webhook_deliveries (
        id uuid primary key,
        marketplace text not null,
        subscriber text not null,
        event text not null,
        subject text not null,
        attempts integer not null,
        last_status integer,
        last_error text,
        tried_at timestamptz not null,
        delivered_at timestamptz
      );
      create index on ops.webhook_deliveries (tried_at);

      create index on ops.process_retries (process, stream, position) where parked_at is null;
    `),
  down: (schema) =>
    schema.raw(`
      drop index ops.process_retries_process_stream_position_idx;
      drop table ops.webhook_deliveries;
    `),
};
