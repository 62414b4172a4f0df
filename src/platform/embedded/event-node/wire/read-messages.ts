import { FieldWriter, fieldSize } from "./field-writer.js";

/** `ReadResp{confirmation{subscription_id}}`, the first message of every subscription. */
export function confirmation(subscription: string): Buffer {
  const { length } = subscription;
  const writer = new FieldWriter(length + 16).open(2, fieldSize(length));
  return writer.text(1, subscription, length).done();
}

/**
 * `ReadResp{checkpoint{commit, prepare}}`: a filtered subscription has seen all up to this
 * position.
 */
export function checkpoint(position: number): Buffer {
  const body = new FieldWriter(24).uint(1, position).uint(2, position).done();
  return new FieldWriter(body.length + 8).bytes(3, body).done();
}

/** `ReadResp{stream_not_found{stream_identifier}}`; the call itself ends well. */
export function streamNotFound(stream: string): Buffer {
  const length = Buffer.byteLength(stream);
  const writer = new FieldWriter(length + 32);
  writer.open(4, fieldSize(fieldSize(length))).open(1, fieldSize(length));
  return writer.text(3, stream, length).done();
}

/** `ReadResp{caught_up{}}`: from here on, events arrive as they are written. */
export const CAUGHT_UP = Buffer.from(new FieldWriter(4).open(8, 0).done());
