import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "ava";
import { isAlive } from "../../../../src/platform/embedded/postgres/processes.js";
import { startEmbeddedPostgres } from "../../../../src/platform/embedded/postgres/start.js";
import { eventually } from "../../../world/eventually.js";
import { sql } from "../../../world/sql.js";
import { temporaryFolder } from "../../../world/temporary-folder.js";

test("a killed parent leaves no server, and the next start works", async (t) => {
  const folder = await temporaryFolder(t);
  const script = fileURLToPath(new URL("hold-server.js", import.meta.url));
  const parent = spawn(process.execPath, [script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.teardown(() => parent.kill("SIGKILL"));
  const [said]: unknown[] = await once(parent.stdout, "data");
  const lock = join(folder, "data/postmaster.pid");
  const server = Number.parseInt(await readFile(lock, "utf8"), 10);
  t.true(await isAlive(server));
  parent.kill("SIGKILL");
  await eventually("the server's end", async () => ((await isAlive(server)) ? undefined : true));
  const { url, stop } = await startEmbeddedPostgres({ folder, log: t.log, durable: false });
  t.teardown(stop);
  t.is(url, String(said).trim());
  t.deepEqual(await sql(url, "SELECT 1 AS one"), [{ one: 1 }]);
});
