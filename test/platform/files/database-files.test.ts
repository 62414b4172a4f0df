import { randomBytes } from "node:crypto";
import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import { Upload } from "../../../src/kernel/upload.js";
import { openDatabase } from "../../../src/platform/database/database.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { DatabaseFiles } from "../../../src/platform/files/database-files.js";
import { openVault } from "../../../src/platform/vault/vault.js";
import { migrations } from "../../../migrations/index.js";
import { createTestDatabase } from "../../world/database.js";

const own = await createTestDatabase();
await migrate(own.url, migrations);
const database = openDatabase({ url: own.url, poolSize: 4 });
const masterKey = randomBytes(32);
const vaults = [openVault({ database, masterKey }), openVault({ database, masterKey })] as const;
const here = new DatabaseFiles(database, vaults[0]);
const there = new DatabaseFiles(database, vaults[1]);
test.after.always(async () => {
  vaults.forEach((vault) => vault.close());
  await database.close();
  await own.drop();
});

const card = new Upload("pan.jpg", "image/jpeg", Buffer.from("\xff\xd8\xff a card", "latin1"));

test("what one process keeps another reads, byte for byte", async (t) => {
  const [id, owner] = [newId(), newId()];
  await here.keep(id, owner, card);
  t.deepEqual(await there.read(id), { owner, type: "image/jpeg", bytes: card.bytes });
  t.is(await there.read(newId()), undefined);
});

test("a file of twenty megabytes comes back whole", async (t) => {
  const id = newId();
  const bytes = randomBytes(20 * 1_048_576);
  await here.keep(id, newId(), new Upload("book.pdf", "application/pdf", bytes));
  t.true((await there.read(id))?.bytes.equals(bytes));
});

test("a repeat keeps the file that was kept first", async (t) => {
  const [id, owner] = [newId(), newId()];
  await here.keep(id, owner, card);
  await there.keep(id, newId(), new Upload("other.png", "image/png", Buffer.from("other")));
  t.deepEqual(await here.read(id), { owner, type: "image/jpeg", bytes: card.bytes });
});

test("nothing of a file can be read in the database, nor under another id", async (t) => {
  const [id, other, owner] = [newId(), newId(), newId()];
  await here.keep(id, owner, card);
  const [row] = await database.rows<{ readonly sealed: Buffer }>(
    "select sealed from ops.files where id = $1",
    [id],
  );
  t.false(row?.sealed.includes("a card"));
  await database.rows(
    "insert into ops.files (id, owner, type, sealed) select $2, owner, type, sealed " +
      "from ops.files where id = $1",
    [id, other],
  );
  t.is(await here.read(other), undefined);
});

test("what was discarded is gone", async (t) => {
  const [id, other] = [newId(), newId()];
  await here.keep(id, newId(), card);
  await here.keep(other, newId(), card);
  await here.discard([id]);
  t.is(await here.read(id), undefined);
  t.not(await here.read(other), undefined);
});

test("the papers of an erased person cannot be read any more, the next ones neither", async (t) => {
  const [earlier, later, owner] = [newId(), newId(), newId()];
  await here.keep(earlier, owner, card);
  await vaults[0].erase(owner);
  await here.keep(later, owner, card);
  t.is(await here.read(earlier), undefined);
  t.is(await here.read(later), undefined);
});
