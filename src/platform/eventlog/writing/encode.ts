import { jsonEvent, type EventData } from "@eventstore/db-client";
import type { Aggregate } from "../../../kernel/decider.js";
import type { Envelope } from "../../../kernel/commands.js";
import type { EventTypeDescription } from "../../../kernel/event-catalogue.js";
import type { DomainEvent, EventMetadata } from "../../../kernel/event.js";
import { deriveId } from "../../../kernel/ids.js";
import { BOX_FIELD } from "../../vault/box.js";
import type { Vault } from "../../vault/vault.js";

type Data = Record<string, unknown>;

/** An event on its way into the log, once as the program sees it and once as it is stored. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly data: Data;
  readonly metadata: EventMetadata;
  readonly stored: EventData;
}

/**
 * Gives decided events their ids, metadata and sealed form.
 *
 * The ids follow from the command, from how many events it led to and from what each says, for the
 * first of three must not pass for a repeat of the only one. So the store itself takes a repeated
 * append once; but of two processes that decide one command at the same moment, and
 * differ by a millisecond in what they say, the second gets a conflict, looks, and answers with
 * the first's events instead of believing in its own.
 */
export async function encode<E extends DomainEvent>(
  events: readonly E[],
  stream: string,
  catalogue: Aggregate<never, never, E>["events"],
  envelope: Envelope,
  occurredAt: string,
  vault: Vault,
): Promise<Proposed[]> {
  const proposed: Proposed[] = [];
  for (const [index, event] of events.entries()) {
    const type: E["type"] = event.type;
    const description: EventTypeDescription = catalogue[type];
    const metadata = metadataOf(envelope, occurredAt, description.version);
    const text = JSON.stringify(event.data);
    const said = JSON.stringify([type, text, metadata]);
    const id = deriveId(envelope.commandId, stream, events.length, index, said);
    // What the program goes on with is what a later reader will find, undefined fields gone.
    const data = JSON.parse(text) as Data;
    const sealed = await seal(data, description, id, vault);
    const stored = jsonEvent({ id, type, data: sealed, metadata });
    proposed.push({ id, type, data, metadata, stored });
  }
  return proposed;
}

/** Named one by one: whatever else an envelope's object may carry is not for the log. */
export function metadataOf(
  { marketplace, actor, commandId, correlationId, causationId }: Envelope,
  occurredAt: string,
  schemaVersion: number,
): EventMetadata {
  return {
    marketplace,
    actor,
    commandId,
    correlationId,
    causationId,
    occurredAt,
    schemaVersion,
  };
}

async function seal(
  data: Data,
  { personal }: EventTypeDescription,
  eventId: string,
  vault: Vault,
): Promise<Data> {
  if (personal === undefined) return data;
  const subject = data[personal.subject];
  if (typeof subject !== "string") {
    throw new Error(`personal data without a subject in ${personal.subject}`);
  }
  const open: Data = {};
  const secret: Data = {};
  for (const [field, value] of Object.entries(data)) {
    (field in personal.fields ? secret : open)[field] = value;
  }
  if (Object.keys(secret).length === 0) return data;
  return { ...open, [BOX_FIELD]: await vault.seal(subject, secret, eventId) };
}
