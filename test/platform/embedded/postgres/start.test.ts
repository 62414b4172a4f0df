import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "ava";
import { CannotStart } from "../../../../src/platform/embedded/cannot-start.js";
import { startEmbeddedPostgres } from "../../../../src/platform/embedded/postgres/start.js";
import { sql } from "../../../world/sql.js";
import { temporaryFolder } from "../../../world/temporary-folder.js";

test("a folder keeps its data, port and password over restarts", async (t) => {
  const folder = join(await temporaryFolder(t), "a", "closed", "folder");
  const first = await startEmbeddedPostgres({ folder, log: t.log });
  t.teardown(() => first.stop());
  await sql(first.url, "CREATE TABLE coin AS SELECT 7 AS worth");
  await first.stop();
  const again = await startEmbeddedPostgres({ folder, log: t.log });
  t.teardown(() => again.stop());
  t.is(again.url, first.url);
  t.deepEqual(await sql(again.url, "SELECT worth FROM coin"), [{ worth: 7 }]);
});

test("it is PostgreSQL 18, durable, on the loopback, and asks for the password", async (t) => {
  const folder = await temporaryFolder(t);
  const { url, stop } = await startEmbeddedPostgres({ folder, log: t.log });
  t.teardown(stop);
  const settings = `SELECT current_setting('listen_addresses') AS listens,
    current_setting('server_version_num')::integer / 10000 AS version,
    current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits`;
  t.deepEqual(await sql(url, settings), [
    { listens: "127.0.0.1", version: 18, fsync: "on", commits: "on" },
  ]);
  const wrong = new URL(url);
  wrong.password = "guessed";
  await t.throwsAsync(sql(wrong.href, "SELECT 1"), { message: /password authentication failed/ });
  t.is((await stat(join(folder, "password"))).mode & 0o077, 0);
});

test("a folder in use is refused with the process that uses it", async (t) => {
  const folder = await temporaryFolder(t);
  const { url, stop } = await startEmbeddedPostgres({ folder, log: t.log, durable: false });
  t.teardown(stop);
  await t.throwsAsync(startEmbeddedPostgres({ folder, log: t.log }), {
    instanceOf: CannotStart,
    message: new RegExp(`in use by the running process ${process.pid}`),
  });
  t.deepEqual(await sql(url, "SELECT 1 AS one"), [{ one: 1 }]);
});

test("a folder that cannot be used is refused in a sentence", async (t) => {
  const folder = join(await temporaryFolder(t), "file");
  await writeFile(folder, "not a folder");
  await t.throwsAsync(startEmbeddedPostgres({ folder, log: t.log }), {
    instanceOf: CannotStart,
    message: /set DATA_DIR to another folder/,
  });
});
