import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Bound in, so that a file opens under no other id, and no event's box passes for a file. */
function label(id: string): Buffer {
  return Buffer.from(`file:${id}`);
}

/** Layout: IV, tag, ciphertext. */
export function sealFile(key: Buffer, bytes: Buffer, id: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(label(id));
  const text = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...text]);
}

/** The bytes, or undefined when this key did not seal them under this id. */
export function openFile(key: Buffer, sealed: Buffer, id: string): Buffer | undefined {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES));
  decipher.setAAD(label(id)).setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const bytes = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([bytes, decipher.final()]);
  } catch {
    return undefined;
  }
}
