import type { Clock } from "../../../kernel/clock.js";
import type { Messenger, OutgoingMessage } from "../../../kernel/gateway.js";
import type { ReadModel } from "../../../kernel/read-model.js";
import { groupedWrite } from "../../database/grouped-write.js";

/** A message as the sandbox keeps it (DESIGN §10). */
export interface SentMessage extends Omit<OutgoingMessage, "id"> {
  readonly id: string;
  /** ISO 8601, business time. */
  readonly sent_at: string;
}

export interface OutboxFilter {
  readonly to?: string | undefined;
  readonly channel?: string | undefined;
  readonly marketplace?: string | undefined;
}

/** The sandbox's messenger: nothing leaves the house, everything can be read. */
export interface Outbox extends Messenger {
  /** The newest messages first, at most 200. */
  messages(filter: OutboxFilter): Promise<readonly SentMessage[]>;
}

type Waiting = OutgoingMessage & { readonly sent_at: string };

/** A message that is here already is not kept again. */

const INSERT = `INSERT INTO ops.outbox
    (marketplace, channel, "to", subject, text, data, sent_at, message_id)
  SELECT marketplace, channel, "to", subject, text, data, sent_at, id
  FROM jsonb_to_recordset($1) AS m(
    marketplace text, channel text, "to" text, subject text, text text, data jsonb,
    sent_at timestamptz, id uuid
  )
  ON CONFLICT (message_id) DO NOTHING`;

const SELECT = `SELECT id::text AS id, marketplace, channel, "to", subject, text, data, sent_at
  FROM ops.outbox
  WHERE ($1::text IS NULL OR "to" = $1)
    AND ($2::text IS NULL OR channel = $2)
    AND ($3::text IS NULL OR marketplace = $3)
  ORDER BY ops.outbox.id DESC LIMIT 200`;

/** Keeps messages in `ops.outbox`; a message is sent once it is stored. */
export function sandboxOutbox(database: ReadModel, clock: Clock): Outbox {
  const store = groupedWrite<Waiting, true>(async (messages) => {
    await database.rows(INSERT, [JSON.stringify(messages)]);
    return messages.map(() => true);
  });
  return {
    async send(message) {
      await store({ ...message, sent_at: new Date(clock.now()).toISOString() });
    },
    messages: ({ to = null, channel = null, marketplace = null }) =>
      database.rows<SentMessage>(SELECT, [to, channel, marketplace]),
  };
}
