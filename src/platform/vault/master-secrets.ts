import type { Database } from "../database/database.js";
import { derivedKey, unwrapWith, wrap, wrappedBy, type MasterKeys } from "./master-key.js";

/** What is made of the first master key and outlives it. */
export interface MasterSecrets {
  /** Seasons the claims' hashes: their streams are named by it for ever. */
  readonly fingerprint: Buffer;
  readonly accessTokens: Buffer;
}

/**
 * The secrets that were derived from the master key when it was the only one, kept from then on
 * under the present one: after a rotation taken phone numbers are still taken, and nobody is
 * signed out.
 */
export async function masterSecrets(
  database: Database,
  masters: MasterKeys,
): Promise<MasterSecrets> {
  return {
    fingerprint: await secret(database, masters, "fingerprint"),
    accessTokens: await secret(database, masters, "access-tokens"),
  };
}

async function secret(database: Database, masters: MasterKeys, name: string): Promise<Buffer> {
  const known = await stored(database, masters, name);
  if (known !== undefined) return known;
  const first = derivedKey(await firstMaster(database, masters), name);
  await database.rows(
    "insert into ops.master_secrets (name, key) values ($1, $2) on conflict do nothing",
    [name, wrap(masters.current, name, first)],
  );
  // Of two processes that start together, the first one's row stands.
  return (await stored(database, masters, name)) ?? first;
}

async function stored(database: Database, masters: MasterKeys, name: string) {
  const [row] = await database.rows<{ key: Buffer }>(
    "select key from ops.master_secrets where name = $1",
    [name],
  );
  if (row === undefined) return undefined;
  try {
    return unwrapWith(masters, name, row.key);
  } catch (cause) {
    throw new Error("MASTER_KEY is not the one that this database's keys are wrapped by", {
      cause,
    });
  }
}

/** Whichever wrapped the oldest key; without any key it is the current one. */
async function firstMaster(database: Database, { current, previous }: MasterKeys): Promise<Buffer> {
  const [oldest] = await database.rows<{ subject: string; key: Buffer }>(
    `select subject, key from ops.subject_keys where key is not null
      order by created_at, subject limit 1`,
  );
  if (oldest === undefined || previous === undefined) return current;
  return wrappedBy(previous, oldest.subject, oldest.key) ? previous : current;
}
