import { createHmac, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Database } from "../database/database.js";
import { sealBox } from "./box.js";
import { derivedKey, KEY_BYTES } from "./master-key.js";
import { openFile, sealFile } from "./sealed-file.js";
import { SubjectKeys, type SubjectKey } from "./subject-keys.js";

const CHANNEL = "subject_erased";

/** Keys held in memory; one is 32 bytes and its subject's name. */
const MOST_KEYS = 50_000;

/** Milliseconds after which a key is read again: the bound should a notification be lost. */
const KEY_LIFETIME = 5_000;

/** The keys that one page of events needs, at hand while it is decrypted. */
export type Keyring = ReadonlyMap<string, SubjectKey>;

/** Keys of data subjects (DESIGN §4): destroying one is the erasure of that person. */
export interface Vault {
  /** Personal fields as one sealed text, openable in the event of that id alone. */
  seal(
    subject: string,
    fields: Readonly<Record<string, unknown>>,
    eventId: string,
  ): Promise<string>;
  /** A file's bytes, openable under that id alone. */
  sealFile(subject: string, bytes: Buffer, id: string): Promise<Buffer>;
  /** The bytes again; undefined once the subject is erased. */
  openFile(subject: string, sealed: Buffer, id: string): Promise<Buffer | undefined>;
  /** The keys of these subjects, with one query for all that are not at hand. */
  keys(subjects: ReadonlySet<string>): Promise<Keyring>;
  /** Destroys the subject's key for good, on all processes; false if there was none. */
  erase(subject: string): Promise<boolean>;
  /** Calls back when any process has erased somebody, so that decrypted copies can go. */
  onErased(forget: () => void): void;
  /** A text that tells equal values apart from others and reveals neither. */
  fingerprint(...parts: readonly string[]): string;
  close(): void;
}

export interface VaultOptions {
  readonly database: Database;
  /** 32 bytes, from `masterKeys`. */
  readonly masterKey: Buffer;
  /** The one before, while there are keys that it has wrapped. */
  readonly previousKey?: Buffer | undefined;
  /** Seasons the fingerprints; derived from the master key unless given. */
  readonly pepper?: Buffer;
}

export function openVault(options: VaultOptions): Vault {
  const { database, masterKey, previousKey: previous } = options;
  const stored = new SubjectKeys(database, { current: masterKey, previous });
  const pepper = options.pepper ?? derivedKey(masterKey, "fingerprint");
  const cache = new LRUCache<string, { key: SubjectKey }>({ max: MOST_KEYS, ttl: KEY_LIFETIME });
  const forgetters = new Set<() => void>();
  const erased = (subject: string | undefined): void => {
    // Without a subject the connection was lost for a while: anyone may have been erased.
    if (subject === undefined) cache.clear();
    else cache.delete(subject);
    for (const forget of forgetters) forget();
  };
  const listening = database.listen(CHANNEL, erased);

  const sealingKey = async (subject: string): Promise<Buffer> => {
    const held = cache.get(subject)?.key;
    const key = held ?? (await stored.findOrCreate(subject));
    if (key !== null) cache.set(subject, { key });
    // What is learnt about an erased person is sealed with a key that nobody keeps.
    return key ?? randomBytes(KEY_BYTES);
  };

  const keys = async (subjects: ReadonlySet<string>): Promise<Keyring> => {
    const ring = new Map<string, SubjectKey>();
    const missing: string[] = [];
    for (const subject of subjects) {
      const held = cache.get(subject);
      if (held === undefined) missing.push(subject);
      else ring.set(subject, held.key);
    }
    if (missing.length === 0) return ring;
    for (const [subject, key] of await stored.find(missing)) {
      cache.set(subject, { key });
      ring.set(subject, key);
    }
    return ring;
  };

  return {
    keys,
    seal: async (subject, fields, eventId) =>
      sealBox(await sealingKey(subject), subject, fields, eventId),
    sealFile: async (subject, bytes, id) => sealFile(await sealingKey(subject), bytes, id),
    async openFile(subject, sealed, id) {
      const key = (await keys(new Set([subject]))).get(subject);
      return key === null || key === undefined ? undefined : openFile(key, sealed, id);
    },
    async erase(subject) {
      const had = await stored.erase(subject, CHANNEL);
      erased(subject);
      return had;
    },
    onErased: (forget) => void forgetters.add(forget),
    fingerprint: (...parts) =>
      createHmac("sha256", pepper).update(JSON.stringify(parts)).digest("hex"),
    close: () => listening.close(),
  };
}
