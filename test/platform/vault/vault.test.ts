import { randomBytes } from "node:crypto";
import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import { openDatabase } from "../../../src/platform/database/database.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { openBox, readBox } from "../../../src/platform/vault/box.js";
import { openVault, type Vault } from "../../../src/platform/vault/vault.js";
import { migrations } from "../../../migrations/index.js";
import { createTestDatabase } from "../../world/database.js";
import { eventually } from "../../world/eventually.js";

const own = await createTestDatabase();
const { url } = own;
await migrate(url, migrations);
const database = openDatabase({ url, poolSize: 6 });
const masterKey = randomBytes(32);
const here = openVault({ database, masterKey });
const there = openVault({ database, masterKey });
test.after.always(async () => {
  here.close();
  there.close();
  await database.close();
  await own.drop();
});

async function open(vault: Vault, text: string, eventId: string): Promise<unknown> {
  const box = readBox(text);
  const key = (await vault.keys(new Set([box.subject]))).get(box.subject);
  return key === null || key === undefined ? undefined : openBox(key, box, eventId);
}

test("what one process seals another opens", async (t) => {
  const subject = newId();
  const text = await here.seal(subject, { name: "Asha", tags: [1, null] }, "event-1");
  t.deepEqual(readBox(text).fields, ["name", "tags"]);
  t.deepEqual(await open(there, text, "event-1"), { name: "Asha", tags: [1, null] });
});

test("a box opens neither in another event nor after a change", async (t) => {
  const subject = newId();
  const text = await here.seal(subject, { name: "Asha" }, "event-1");
  t.is(await open(here, text, "event-2"), undefined);
  const bytes = Buffer.from(text, "base64");
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  t.is(await open(here, bytes.toString("base64"), "event-1"), undefined);
});

test("processes that meet a person at the same moment agree on one key", async (t) => {
  const subject = newId();
  const texts = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      (index % 2 === 0 ? here : there).seal(subject, { index }, "event"),
    ),
  );
  const opened = await Promise.all(texts.map((text) => open(here, text, "event")));
  t.deepEqual(
    opened,
    texts.map((_, index) => ({ index })),
  );
});

test("an erasure reaches the other processes", async (t) => {
  const subject = newId();
  const text = await here.seal(subject, { name: "Asha" }, "event");
  t.deepEqual(await open(there, text, "event"), { name: "Asha" });
  let told = false;
  there.onErased(() => {
    told = true;
  });
  t.true(await here.erase(subject));
  t.is(await open(here, text, "event"), undefined);
  await eventually("the other process has forgotten the key", async () => {
    return (await open(there, text, "event")) === undefined ? true : undefined;
  });
  t.true(told);
  t.false(await here.erase(subject), "there is nothing left to erase");
});

test("an id that nobody has is not erased, and may be somebody's later", async (t) => {
  const subject = newId();
  t.false(await here.erase(subject));
  await here.seal(subject, { name: "Ann" }, "event");
  t.not((await here.keys(new Set([subject]))).get(subject), null);
});

test("an erased person never gets another key", async (t) => {
  const subject = newId();
  await here.seal(subject, { name: "Asha" }, "event");
  t.true(await here.erase(subject));
  const text = await there.seal(subject, { name: "Asha" }, "event");
  t.is(await open(here, text, "event"), undefined);
  t.is(await open(there, text, "event"), undefined);
});

test("the database holds no key in the clear", async (t) => {
  const subject = newId();
  await here.seal(subject, { name: "Asha" }, "event");
  const key = (await here.keys(new Set([subject]))).get(subject);
  const [row] = await database.rows<{ key: Buffer }>(
    "select key from ops.subject_keys where subject = $1",
    [subject],
  );
  t.false(row?.key.includes(key ?? t.fail()));
  const stranger = openVault({ database, masterKey: randomBytes(32) });
  await t.throwsAsync(stranger.keys(new Set([subject])));
  stranger.close();
});

test("fingerprints tell values apart and depend on the master key", (t) => {
  t.is(here.fingerprint("phone", "1"), there.fingerprint("phone", "1"));
  t.not(here.fingerprint("phone", "1"), here.fingerprint("phone1", ""));
  const stranger = openVault({ database, masterKey: randomBytes(32) });
  t.not(here.fingerprint("phone", "1"), stranger.fingerprint("phone", "1"));
  stranger.close();
});
