import type { Migration } from "../src/platform/database/migrate.js";

/** A message that is sent again, because nobody knows whether it was, stays one message. */
export const outboxIds: Migration = {
  name: "0012-outbox-ids",
  up: (schema) => schema.raw("alter table ops.outbox add column message_id uuid unique"),
  down: (schema) => schema.raw("alter table ops.outbox drop column message_id"),
};
