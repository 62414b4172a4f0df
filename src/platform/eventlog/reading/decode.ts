import type { RecordedEvent } from "@eventstore/db-client";
import { ERASED, type EventTypeDescription } from "../../../kernel/event-catalogue.js";
import { SYSTEM, type EventMetadata, type Recorded } from "../../../kernel/event.js";
import { BOX_FIELD, openBox, readBox, type Box } from "../../vault/box.js";
import type { Keyring, Vault } from "../../vault/vault.js";
import { upcast, type EventDescriptions } from "../upcast.js";

type Data = Record<string, unknown>;

/** For events that others wrote into the log without our metadata. */
const FOREIGN: EventMetadata = {
  marketplace: "",
  actor: SYSTEM,
  commandId: "",
  correlationId: "",
  causationId: "",
  occurredAt: new Date(0).toISOString(),
  schemaVersion: 1,
};

/**
 * Turns what the client hands out into recorded events: personal fields opened, data lifted to
 * today's version. A type without description passes unchanged, so that whoever reads it can be
 * loud about it. Asynchronous only for keys that are not at hand, once for all the events.
 */
export async function decodeAll(
  stored: readonly RecordedEvent[],
  descriptions: EventDescriptions,
  vault: Vault,
): Promise<Recorded[]> {
  const boxes = new Map<RecordedEvent, Box>();
  for (const event of stored) {
    const box = boxOf(event);
    if (box !== undefined) boxes.set(event, box);
  }
  if (boxes.size === 0) return stored.map((event) => decode(event, descriptions[event.type]));
  const keys = await vault.keys(new Set(Array.from(boxes.values(), ({ subject }) => subject)));
  return stored.map((event) => {
    return decode(event, descriptions[event.type], boxes.get(event), keys);
  });
}

function boxOf(event: RecordedEvent): Box | undefined {
  if (!event.isJson) return undefined;
  const text = (event.data as Data)[BOX_FIELD];
  return typeof text === "string" ? readBox(text) : undefined;
}

function decode(
  event: RecordedEvent,
  description: EventTypeDescription | undefined,
  box?: Box,
  keys?: Keyring,
): Recorded {
  const metadata = metadataOf(event);
  let data = event.data as Data;
  const opened = box === undefined ? undefined : open(box, keys?.get(box.subject), event.id);
  if (box !== undefined) {
    const { [BOX_FIELD]: _, ...open } = data;
    data = { ...open, ...(opened ?? standIns(box.fields, description)) };
  }
  if (description !== undefined && metadata.schemaVersion < description.version) {
    data = upcast(event.type, data, metadata.schemaVersion, description);
    // An upcaster may have made something new of a person's stand-ins.
    if (box !== undefined && opened === undefined) {
      const fields = Object.keys(description.personal?.fields ?? {});
      const present = fields.filter((field) => field in data);
      data = { ...data, ...standIns(present, description) };
    }
  }
  return {
    id: event.id,
    stream: event.streamId,
    revision: Number(event.revision),
    position: Number(event.position?.commit ?? 0n),
    type: event.type,
    data,
    metadata,
    recordedAt: event.created.toISOString(),
  };
}

function metadataOf({ metadata }: RecordedEvent): EventMetadata {
  const ours = typeof metadata === "object" && "commandId" in metadata;
  return ours ? (metadata as object as EventMetadata) : FOREIGN;
}

function open(box: Box, key: Buffer | null | undefined, eventId: string): Data | undefined {
  return key === null || key === undefined ? undefined : openBox(key, box, eventId);
}

/** What an erased person's fields read as; a field that only an old version had is a text. */
function standIns(fields: readonly string[], description?: EventTypeDescription): Data {
  const known = description?.personal?.fields ?? {};
  return Object.fromEntries(fields.map((field) => [field, field in known ? known[field] : ERASED]));
}
