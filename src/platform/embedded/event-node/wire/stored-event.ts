import { RECORDED, wrapRecorded } from "./encode-event.js";
import { FieldReader } from "./field-reader.js";

/** What the node itself needs to know of a stored event. */
export interface StoredEvent {
  readonly id: string;
  readonly stream: string;
  /** Not meaningful for a tombstone, whose number is beyond JavaScript's. */
  readonly revision: number;
  readonly position: number;
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
  readonly data: Buffer;
  /** The encoded RecordedEvent inside the stored message. */
  readonly recorded: Buffer;
}

/** Reads the fields of a stored message back. */
export function parseStored(bytes: Buffer): StoredEvent {
  const recorded = recordedOf(bytes);
  const found = { ...UNKNOWN };
  const reader = new FieldReader(recorded);
  while (reader.next()) {
    if (reader.field === RECORDED.id) found.id = inner(reader.content);
    else if (reader.field === RECORDED.stream) found.stream = inner(reader.content);
    else if (reader.field === RECORDED.revision) found.revision = reader.number;
    else if (reader.field === RECORDED.commit) found.position = reader.number;
    else if (reader.field === RECORDED.data) found.data = reader.content;
    else if (reader.field === RECORDED.system) {
      const [key, value] = entry(reader.content);
      if (key === "type") found.type = value;
      else if (key === "created") found.created = Number(value) / 10_000;
    }
  }
  return { ...found, recorded };
}

/** The message for a resolved link: the target (absent if it is gone) beside the link itself. */
export function resolvedLink(link: StoredEvent, target: Buffer | undefined): Buffer {
  const event = target === undefined ? undefined : recordedOf(target);
  return wrapRecorded(event, link.recorded, link.position);
}

/** What protocol buffers leave out because it is empty or zero. */
const UNKNOWN = {
  id: "",
  stream: "",
  revision: 0,
  position: 0,
  type: "",
  created: 0,
  data: Buffer.alloc(0) as Buffer,
};

function recordedOf(bytes: Buffer): Buffer {
  return first(first(bytes));
}

function first(bytes: Buffer): Buffer {
  const reader = new FieldReader(bytes);
  reader.next();
  return reader.content;
}

function inner(bytes: Buffer): string {
  return first(bytes).toString("utf8");
}

function entry(bytes: Buffer): [key: string, value: string] {
  const reader = new FieldReader(bytes);
  reader.next();
  const key = reader.content.toString("latin1");
  return [key, reader.next() ? reader.content.toString("utf8") : ""];
}
