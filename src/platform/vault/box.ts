import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** The data field of a stored event that holds its sealed personal fields. */
export const BOX_FIELD = "$personal";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 2;

/** A box taken apart, not yet opened. Whose it is and which fields it holds stays readable. */
export interface Box {
  readonly subject: string;
  readonly fields: readonly string[];
  readonly header: Buffer;
  readonly sealed: Buffer;
}

/** Layout: length of the header, header as JSON, IV, tag, ciphertext; all of it base64. */
export function sealBox(
  key: Buffer,
  subject: string,
  values: Readonly<Record<string, unknown>>,
  eventId: string,
): string {
  const header = Buffer.from(JSON.stringify([subject, ...Object.keys(values)]));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt16BE(header.length);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv);
  // The event's id is bound in, so that a box copied into another event does not open there.
  cipher.setAAD(Buffer.concat([header, Buffer.from(eventId)]));
  const text = Buffer.concat([cipher.update(JSON.stringify(values), "utf8"), cipher.final()]);
  return Buffer.concat([length, header, iv, cipher.getAuthTag(), text]).toString("base64");
}

export function readBox(text: string): Box {
  const bytes = Buffer.from(text, "base64");
  const end = LENGTH_BYTES + bytes.readUInt16BE(0);
  const header = bytes.subarray(LENGTH_BYTES, end);
  const [subject, ...fields] = JSON.parse(header.toString()) as [string, ...string[]];
  return { subject, fields, header, sealed: bytes.subarray(end) };
}

/** The sealed fields, or undefined when this key did not seal them. */
export function openBox(
  key: Buffer,
  box: Box,
  eventId: string,
): Record<string, unknown> | undefined {
  const iv = box.sealed.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, iv);
  decipher.setAAD(Buffer.concat([box.header, Buffer.from(eventId)]));
  decipher.setAuthTag(box.sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const text = decipher.update(box.sealed.subarray(IV_BYTES + TAG_BYTES));
    return JSON.parse(Buffer.concat([text, decipher.final()]).toString()) as Record<
      string,
      unknown
    >;
  } catch {
    return undefined;
  }
}
