import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export const KEY_BYTES = 32;

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** While a master key is being replaced, two of them open what either has wrapped. */
export interface MasterKeys {
  /** Wraps whatever is new. */
  readonly current: Buffer;
  readonly previous: Buffer | undefined;
}

/** The keys of the settings; the previous one is 32 bytes as base64 or hex, too. */
export async function masterKeys(
  configured: { readonly current: string | undefined; readonly previous: string | undefined },
  folder: string,
): Promise<MasterKeys> {
  const { previous } = configured;
  const current = await masterKey(configured.current, folder);
  return { current, previous: previous === undefined ? undefined : parse(previous) };
}

/**
 * The key that wraps all subjects' keys and seasons the claims' hashes; without it every personal
 * field is lost, so it is backed up apart from the database.
 *
 * @param configured 32 bytes as base64 or hex, when the environment has it
 * @param folder where a key is kept otherwise; made at the first start, readable by its owner
 */
export async function masterKey(configured: string | undefined, folder: string): Promise<Buffer> {
  if (configured !== undefined && configured !== "") return parse(configured);
  const file = join(folder, "master.key");
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, randomBytes(KEY_BYTES).toString("base64"), { mode: 0o600 });
  // A link is made whole or not at all, and never over another process' key.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(draft);
  return parse(await readFile(file, "utf8"));
}

function parse(text: string): Buffer {
  const trimmed = text.trim();
  const encoding = /^[0-9a-f]{64}$/i.test(trimmed) ? "hex" : "base64";
  const key = Buffer.from(trimmed, encoding);
  if (key.length !== KEY_BYTES) throw new Error("the master key must be 32 bytes, base64 or hex");
  return key;
}

/** A key for another purpose, derived from the master key. */
export function derivedKey(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", master, "daybook", purpose, KEY_BYTES));
}

/** A subject's key as it may stand in the database. */
export function wrap(master: Buffer, subject: string, key: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", master, iv).setAAD(Buffer.from(subject));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), wrapped]);
}

/** Throws when the master key is not the one that wrapped it: a bad deployment, not an erasure. */
export function unwrap(master: Buffer, subject: string, wrapped: Buffer): Buffer {
  const iv = wrapped.subarray(0, IV_BYTES);
  const opener = createDecipheriv("aes-256-gcm", master, iv).setAAD(Buffer.from(subject));
  opener.setAuthTag(wrapped.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = opener.update(wrapped.subarray(IV_BYTES + TAG_BYTES));
  return Buffer.concat([text, opener.final()]);
}

/** As `unwrap`, by whichever of the two wrapped it. */
export function unwrapWith(
  { current, previous }: MasterKeys,
  subject: string,
  wrapped: Buffer,
): Buffer {
  if (previous === undefined || wrappedBy(current, subject, wrapped)) {
    return unwrap(current, subject, wrapped);
  }
  return unwrap(previous, subject, wrapped);
}

/** Whether it was this master key. */
export function wrappedBy(master: Buffer, subject: string, wrapped: Buffer): boolean {
  try {
    unwrap(master, subject, wrapped);
    return true;
  } catch {
    return false;
  }
}
