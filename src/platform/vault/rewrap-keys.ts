import type { Database, Transaction } from "../database/database.js";
import { unwrapWith, wrap, wrappedBy, type MasterKeys } from "./master-key.js";

/** Keys wrapped in one transaction: its rows are locked for a few milliseconds. */
const BATCH = 500;

interface KeyRow {
  readonly name: string;
  readonly key: Buffer;
}

export interface Rewrapped {
  /** Keys that were looked at; erased persons have none. */
  readonly keys: number;
  /** Those that another master key had wrapped. */
  readonly rewrapped: number;
}

/**
 * Wraps every key that the previous master key has wrapped under the current one. Each batch is
 * committed by itself, and what is done already is left alone, so an interrupted run is finished by
 * the next. Whoever reads or erases meanwhile waits for no more than a batch.
 *
 * @param onBatch is told how many keys have been looked at
 */
export async function rewrapKeys(
  database: Database,
  masters: MasterKeys,
  onBatch: (done: number) => void,
): Promise<Rewrapped> {
  const secrets = await database.transaction((transaction) =>
    rewrapBatch(transaction, masters, SECRETS, ""),
  );
  let { keys, rewrapped } = secrets;
  for (let after: string | undefined = ""; after !== undefined;) {
    const from: string = after;
    const batch = await database.transaction((transaction) =>
      rewrapBatch(transaction, masters, SUBJECTS, from),
    );
    keys += batch.keys;
    rewrapped += batch.rewrapped;
    if (batch.keys > 0) onBatch(keys);
    after = batch.last;
  }
  return { keys, rewrapped };
}

/** How many keys there are to look at. */
export async function countKeys(database: Database): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    `select (select count(*) from ops.subject_keys where key is not null)
          + (select count(*) from ops.master_secrets) as count`,
  );
  return row?.count ?? 0;
}

/** A table of wrapped keys; its statements are fixed texts. */
interface KeyTable {
  readonly select: string;
  readonly update: string;
}

const SUBJECTS: KeyTable = {
  select: `select subject as name, key from ops.subject_keys
    where key is not null and subject > $1 order by subject limit $2 for update`,
  update: `update ops.subject_keys k set key = n.key
    from unnest($1::text[], $2::bytea[]) as n(name, key) where k.subject = n.name`,
};

const SECRETS: KeyTable = {
  select: `select name, key from ops.master_secrets
    where name > $1 order by name limit $2 for update`,
  update: `update ops.master_secrets k set key = n.key
    from unnest($1::text[], $2::bytea[]) as n(name, key) where k.name = n.name`,
};

async function rewrapBatch(
  transaction: Transaction,
  masters: MasterKeys,
  { select, update }: KeyTable,
  after: string,
): Promise<Rewrapped & { readonly last: string | undefined }> {
  const rows = await transaction.rows<KeyRow>(select, [after, BATCH]);
  const old = rows.filter(({ name, key }) => !wrappedBy(masters.current, name, key));
  const fresh = old.map(({ name, key }) =>
    wrap(masters.current, name, unwrapWith(masters, name, key)),
  );
  if (old.length > 0) await transaction.rows(update, [old.map(({ name }) => name), fresh]);
  return { keys: rows.length, rewrapped: old.length, last: rows.at(-1)?.name };
}
