import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "ava";
import { chooseAccount } from "../../../../src/platform/embedded/postgres/account.js";
import { findBinaries } from "../../../../src/platform/embedded/postgres/binaries.js";
import { clearLeftovers } from "../../../../src/platform/embedded/postgres/orphan.js";
import { choosePort } from "../../../../src/platform/embedded/postgres/port.js";
import { isAlive } from "../../../../src/platform/embedded/postgres/processes.js";
import { startServer } from "../../../../src/platform/embedded/postgres/server.js";
import { startEmbeddedPostgres } from "../../../../src/platform/embedded/postgres/start.js";
import { temporaryFolder } from "../../../world/temporary-folder.js";

test("a server whose owner is gone is stopped, and a stale lock is no server", async (t) => {
  const folder = await temporaryFolder(t);
  const options = { folder, log: t.log, durable: false };
  await startEmbeddedPostgres(options).then(({ stop }) => stop());
  const data = join(folder, "data");
  const lock = join(data, "postmaster.pid");

  const account = await chooseAccount(data);
  const port = await choosePort(undefined);
  const bin = await findBinaries(account);
  const orphan = await startServer(bin, { data, account }, { port, durable: false }, t.log);
  const server = Number.parseInt(await readFile(lock, "utf8"), 10);
  await t.throwsAsync(clearLeftovers(data, process.pid), { message: /in use/ });
  t.true(await isAlive(server));
  const goneOwner = process.pid + 1;
  await clearLeftovers(data, goneOwner);
  t.false(await isAlive(server));
  await orphan.ended;

  await writeFile(lock, `${process.pid}\n${data}\n1\n${port}\n127.0.0.1\n`);
  const { stop } = await startEmbeddedPostgres(options);
  t.teardown(stop);
  t.not(Number.parseInt(await readFile(lock, "utf8"), 10), process.pid);
});
