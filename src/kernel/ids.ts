import { createHash, randomUUID } from "node:crypto";
import { parse, stringify, validate } from "uuid";

/** The namespace of everything Daybook derives; it must never change. */
const NAMESPACE = parse("6d1f3c1e-5b0a-4d7e-9a57-0c8a5d2a6f11");

export function newId(): string {
  return randomUUID();
}

/**
 * The same parts always give the same id: retries of one command meet their own first try.
 *
 * A UUID of version 5 (RFC 9562). Every event takes some, so Node's own SHA-1 makes it, at a
 * fraction of what the package's portable one costs.
 */
export function deriveId(...parts: readonly (string | number)[]): string {
  const digest = createHash("sha1").update(NAMESPACE).update(JSON.stringify(parts)).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  return stringify(digest);
}

export function isId(text: string): boolean {
  return validate(text);
}
