import { randomBytes } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import test from "ava";
import { masterKey } from "../../../src/platform/vault/master-key.js";
import { temporaryFolder } from "../../world/temporary-folder.js";

test("the environment's key is taken as hex or base64", async (t) => {
  const key = randomBytes(32);
  const folder = await temporaryFolder(t);
  t.deepEqual(await masterKey(key.toString("hex"), folder), key);
  t.deepEqual(await masterKey(key.toString("base64"), folder), key);
  t.deepEqual(await readdir(folder), []);
});

test("a key of another length is refused", async (t) => {
  const folder = await temporaryFolder(t);
  await t.throwsAsync(masterKey("c2hvcnQ=", folder), { message: /32 bytes/ });
});

test("without one, a key is made once, for its owner's eyes only", async (t) => {
  const folder = join(await temporaryFolder(t), "data");
  const keys = await Promise.all([masterKey(undefined, folder), masterKey("", folder)]);
  t.deepEqual(keys[0], keys[1]);
  t.deepEqual(await masterKey(undefined, folder), keys[0]);
  t.deepEqual(await readdir(folder), ["master.key"]);
  t.is((await stat(join(folder, "master.key"))).mode & 0o077, 0);
});
