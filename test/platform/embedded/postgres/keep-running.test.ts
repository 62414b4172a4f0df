import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "ava";
import { startEmbeddedPostgres } from "../../../../src/platform/embedded/postgres/start.js";
import { eventually } from "../../../world/eventually.js";
import { sql } from "../../../world/sql.js";
import { temporaryFolder } from "../../../world/temporary-folder.js";

test("a killed server comes back at the same address with what was committed", async (t) => {
  const folder = await temporaryFolder(t);
  const { url, stop } = await startEmbeddedPostgres({ folder, log: t.log });
  t.teardown(stop);
  await sql(url, "CREATE TABLE coin AS SELECT 7 AS worth");
  const server = Number.parseInt(await readFile(join(folder, "data/postmaster.pid"), "utf8"), 10);
  process.kill(server, "SIGKILL");
  const rows = await eventually("the table", () => sql(url, "SELECT worth FROM coin"));
  t.deepEqual(rows, [{ worth: 7 }]);
});
