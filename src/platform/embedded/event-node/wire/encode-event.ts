import type { NewRecord } from "../storage/event-storage.js";
import { TOMBSTONE } from "../storage/event-storage.js";
import { FieldWriter, fieldSize } from "./field-writer.js";

/** An event as a client proposes it. */
export interface ProposedEvent {
  /** A UUID in its usual text form. */
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

/** Field numbers of RecordedEvent (streams.proto). */
export const RECORDED = {
  id: 1,
  stream: 2,
  revision: 3,
  prepare: 4,
  commit: 5,
  system: 6,
  custom: 7,
  data: 8,
} as const;

const STREAM_NAME = 3;
const UUID_TEXT = 2;

/** More than all tags, lengths, numbers and fixed keys of one event take together. */
const FRAME = 256;

/**
 * Encodes an event once and for all as `ReadResp{event{event, commit_position}}`, the message that
 * every later read hands out unchanged. `now` is in milliseconds; EventStoreDB tells the time in
 * 100 ns ticks.
 */
export function encodeEvent(
  event: ProposedEvent,
  at: { stream: string; revision: number; position: number; now: number },
): NewRecord {
  const recorded = encodeRecorded(event, at);
  return {
    position: at.position,
    stream: at.stream,
    revision: at.revision,
    id: event.id,
    bytes: wrapRecorded(recorded, undefined, at.position),
  };
}

/** `ReadResp{event{event?, link?, commit_position}}` around encoded RecordedEvents. */
export function wrapRecorded(
  event: Buffer | undefined,
  link: Buffer | undefined,
  position: number,
): Buffer {
  const room = (event?.length ?? 0) + (link?.length ?? 0) + 32;
  const inner = new FieldWriter(room);
  if (event !== undefined) inner.bytes(1, event);
  if (link !== undefined) inner.bytes(2, link);
  const body = inner.uint(3, position).done();
  return new FieldWriter(body.length + 8).bytes(1, body).done();
}

function encodeRecorded(
  event: ProposedEvent,
  at: { stream: string; revision: number; position: number; now: number },
): Buffer {
  const nameLength = Buffer.byteLength(at.stream);
  const room = nameLength + 4 * (event.type.length + event.contentType.length);
  const writer = new FieldWriter(room + event.metadata.length + event.data.length + FRAME);
  writer.open(RECORDED.id, fieldSize(event.id.length)).text(UUID_TEXT, event.id, event.id.length);
  writer.open(RECORDED.stream, fieldSize(nameLength)).text(STREAM_NAME, at.stream, nameLength);
  if (at.revision === TOMBSTONE) writer.greatestInt64(RECORDED.revision);
  else writer.uint(RECORDED.revision, at.revision);
  writer.uint(RECORDED.prepare, at.position).uint(RECORDED.commit, at.position);
  mapEntry(writer, "type", event.type);
  mapEntry(writer, "content-type", event.contentType);
  mapEntry(writer, "created", `${at.now}0000`);
  if (event.metadata.length > 0) writer.bytes(RECORDED.custom, event.metadata);
  if (event.data.length > 0) writer.bytes(RECORDED.data, event.data);
  return writer.done();
}

function mapEntry(writer: FieldWriter, key: string, value: string): void {
  const length = Buffer.byteLength(value);
  writer.open(RECORDED.system, fieldSize(key.length) + fieldSize(length));
  writer.text(1, key, key.length).text(2, value, length);
}
