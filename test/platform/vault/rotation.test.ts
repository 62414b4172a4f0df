import { randomBytes } from "node:crypto";
import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import { openDatabase } from "../../../src/platform/database/database.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { wrappedBy } from "../../../src/platform/vault/master-key.js";
import { masterSecrets } from "../../../src/platform/vault/master-secrets.js";
import { countKeys, rewrapKeys } from "../../../src/platform/vault/rewrap-keys.js";
import { openVault } from "../../../src/platform/vault/vault.js";
import { migrations } from "../../../migrations/index.js";
import { createTestDatabase } from "../../world/database.js";

const own = await createTestDatabase();
await migrate(own.url, migrations);
const database = openDatabase({ url: own.url, poolSize: 4 });
const [old, fresh] = [randomBytes(32), randomBytes(32)];
test.after.always(async () => {
  await database.close();
  await own.drop();
});

/** What a process reads that has just started with these master keys. */
async function keysAsReadBy(masterKey: Buffer, previousKey: Buffer | undefined, names: string[]) {
  const vault = openVault({ database, masterKey, previousKey });
  try {
    return await vault.keys(new Set(names));
  } finally {
    vault.close();
  }
}

test.serial("what was derived from the first master key outlives it", async (t) => {
  const vault = openVault({ database, masterKey: old });
  await vault.seal(newId(), { name: "Asha" }, "event");
  vault.close();
  // The first start after this came: the new key is only made known to every process.
  const first = await masterSecrets(database, { current: old, previous: fresh });
  t.deepEqual(first, await masterSecrets(database, { current: old, previous: undefined }));
  t.deepEqual(first, await masterSecrets(database, { current: fresh, previous: old }));
  const peppered = openVault({ database, masterKey: fresh, pepper: first.fingerprint });
  const plain = openVault({ database, masterKey: old });
  t.is(peppered.fingerprint("phone", "1"), plain.fingerprint("phone", "1"));
  peppered.close();
  plain.close();
  await rewrapKeys(database, { current: fresh, previous: old }, () => undefined);
  t.deepEqual(first, await masterSecrets(database, { current: fresh, previous: undefined }));
  const stale = masterSecrets(database, { current: old, previous: undefined });
  await t.throwsAsync(stale, { message: /^MASTER_KEY is not/ });
  await rewrapKeys(database, { current: old, previous: fresh }, () => undefined);
});

test.serial("all keys are wrapped anew by batches, erased persons' rows left alone", async (t) => {
  const names = Array.from({ length: 1_200 }, () => newId());
  const vault = openVault({ database, masterKey: old });
  await Promise.all(names.map((name) => vault.seal(name, {}, "event")));
  const [erased = ""] = names;
  await vault.erase(erased);
  vault.close();
  const before = await keysAsReadBy(old, undefined, names);
  t.is(before.get(erased), null);

  const [total, told] = [await countKeys(database), [] as number[]];
  const masters = { current: fresh, previous: old };
  const failing = rewrapKeys(database, masters, (done) => {
    told.push(done);
    if (told.length === 2) throw new Error("interrupted");
  });
  await t.throwsAsync(failing, { message: "interrupted" });
  t.deepEqual(await keysAsReadBy(fresh, old, names), before, "read in the middle");
  t.deepEqual(await keysAsReadBy(old, fresh, names), before, "by who runs with them exchanged");

  const rest = await rewrapKeys(database, masters, () => undefined);
  t.is(rest.keys, total);
  t.true(rest.rewrapped > 0 && rest.rewrapped < total, String(rest.rewrapped));
  t.deepEqual(await keysAsReadBy(fresh, undefined, names), before);
  const again = await rewrapKeys(database, masters, () => undefined);
  t.deepEqual(again, { keys: total, rewrapped: 0 });
  const rows = await database.rows<{ subject: string; key: Buffer }>(
    "select subject, key from ops.subject_keys where key is not null",
  );
  t.false(rows.some(({ subject, key }) => wrappedBy(old, subject, key)));
});
