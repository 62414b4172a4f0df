import type { ReadModel } from "../../../kernel/read-model.js";
import type { WebhookDelivery } from "../../../kernel/webhook-delivery.js";

/** How one try ended. */
export interface Attempt {
  /** Null where nothing was answered. */
  readonly status: number | null;
  /** Null once the subscriber has taken it. */
  readonly error: string | null;
}

interface Tried extends Attempt {
  readonly deliveryId: string;
  readonly marketplace: string;
  readonly subscriber: string;
  readonly event: string;
  readonly subject: string;
  readonly at: string;
}

/** Days that deliveries are remembered. */
const MEMORY = 90;

/** The table `ops.webhook_deliveries`: what was taken is not sent again. */
export function webhookDeliveries(database: ReadModel) {
  return {
    async taken(id: string): Promise<boolean> {
      const rows = await database.rows(
        "select id from ops.webhook_deliveries where id = $1 and delivered_at is not null",
        [id],
      );
      return rows.length > 0;
    },

    async note(tried: Tried): Promise<void> {
      const { deliveryId, marketplace, subscriber, event, subject, at, status, error } = tried;
      await database.rows(
        `insert into ops.webhook_deliveries as d
           (id, marketplace, subscriber, event, subject, attempts, last_status, last_error,
            tried_at, delivered_at)
         values ($1, $2, $3, $4, $5, 1, $6, $7, $8::timestamptz,
           case when $7::text is null then $8::timestamptz end)
         on conflict (id) do update set
           attempts = d.attempts + 1, last_status = excluded.last_status,
           last_error = excluded.last_error, tried_at = excluded.tried_at,
           delivered_at = coalesce(d.delivered_at, excluded.delivered_at)`,
        [deliveryId, marketplace, subscriber, event, subject, status, error, at],
      );
    },

    /** The latest first, at most 200. */
    latest(): Promise<readonly WebhookDelivery[]> {
      return database.rows<WebhookDelivery>(
        "select * from ops.webhook_deliveries order by tried_at desc, id limit 200",
      );
    },

    /** Forgets deliveries that nobody asks about any more; says how many. */
    async prune(now: number): Promise<number> {
      const rows = await database.rows(
        `delete from ops.webhook_deliveries
         where tried_at < $1::timestamptz - interval '${MEMORY} days' returning id`,
        [new Date(now).toISOString()],
      );
      return rows.length;
    },
  };
}
