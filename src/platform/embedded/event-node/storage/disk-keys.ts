import { createHash } from "node:crypto";
import { TOMBSTONE } from "./event-storage.js";

/** LMDB refuses keys over 1,978 bytes; a longer name is found by its hash. */
const LONGEST_NAME = 512;

/** The key of a stream's number: the name itself, or a hash of a very long one. */
export function nameKey(stream: string): Buffer {
  const name = Buffer.from(stream, "utf8");
  return name.length <= LONGEST_NAME
    ? Buffer.concat([Buffer.of(0), name])
    : Buffer.concat([Buffer.of(1), createHash("sha256").update(name).digest()]);
}

/** The key of one revision: big-endian, so that a stream's events lie side by side in order. */
export function revisionKey(stream: number, revision: number): Buffer {
  const key = Buffer.allocUnsafe(14);
  key.writeUIntBE(stream, 0, 6);
  key.writeUInt32BE(Math.floor(revision / 2 ** 32), 6);
  key.writeUInt32BE(revision % 2 ** 32, 10);
  return key;
}

/** Reads the revision back out of such a key, or undefined if the key belongs to another stream. */
export function revisionOf(key: Buffer, stream: number): number | undefined {
  if (key.readUIntBE(0, 6) !== stream) return undefined;
  return key.readUInt32BE(6) * 2 ** 32 + key.readUInt32BE(10);
}

/** The greatest key a stream can have; a tombstone has exactly this one. */
export function lastKey(stream: number): Buffer {
  return revisionKey(stream, TOMBSTONE);
}

/** Positions and stream numbers as values: six bytes reach 2.8 × 10^14. */
export function numberValue(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(6);
  bytes.writeUIntBE(value, 0, 6);
  return bytes;
}

/** Reads a number that `numberValue` wrote. */
export function valueNumber(bytes: Buffer): number {
  return bytes.readUIntBE(0, 6);
}
