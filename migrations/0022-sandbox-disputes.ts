import type { Migration } from "../src/platform/database/migrate.js";

/** Disputes at the pretended Razorpay; a decided one is settled with what else is due then. */
export const sandboxDisputes: Migration = {
  name: "0022-sandbox-disputes",
  up: (schema) =>
    schema.raw(`
      alter table ops.sandbox_gateway
        drop constraint sandbox_gateway_kind_check,
        add constraint sandbox_gateway_kind_check
          check (kind in ('order', 'payment', 'refund', 'dispute')),
        add column decided_at timestamptz;
      create index on ops.sandbox_gateway (created_at) where kind = 'refund';
      create index on ops.sandbox_gateway (decided_at) where kind = 'dispute';
    `),
  down: (schema) =>
    schema.raw(`
      delete from ops.sandbox_gateway where kind = 'dispute';
      drop index ops.sandbox_gateway_decided_at_idx;
      drop index ops.sandbox_gateway_created_at_idx1;
      alter table ops.sandbox_gateway
        drop column decided_at,
        drop constraint sandbox_gateway_kind_check,
        add constraint sandbox_gateway_kind_check check (kind in ('order', 'payment', 'refund'));
    `),
};
