import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "ava";
import { projections } from "../../projections/index.js";
import { watchProgress } from "../../src/platform/projecting/progress.js";
import { runProjections } from "../../src/platform/projecting/run-projections.js";
import { openLogWorld, silent, MASTER_KEY } from "../world/log-world.js";

const world = await openLogWorld({});
const { database, log } = world;
const watched = watchProgress(database);
const { progress } = watched;
const runner = runProjections({
  definitions: projections,
  feed: log.feed,
  database,
  log: silent,
  progress,
});
const folder = await mkdtemp(join(tmpdir(), "daybook-test-"));
test.after.always(async () => {
  await runner.stop();
  watched.close();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(script: string, args: readonly string[], stores = true): Promise<Ended> {
  const file = fileURLToPath(new URL(`../../scripts/${script}.js`, import.meta.url));
  const env = {
    PATH: process.env["PATH"],
    DATA_DIR: folder,
    SANDBOX: "on",
    MASTER_KEY: MASTER_KEY.toString("hex"),
    ...(stores ? { EVENTSTORE_URL: world.nodeUrl, DATABASE_URL: world.databaseUrl } : {}),
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { env }, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}

test.serial("rebuilds, shows, rolls back and verifies beside a running service", async (t) => {
  t.true(await watched.reached(await log.feed.end(), 120_000));
  const all = await run("rebuild", ["--all"]);
  t.is(all.code, 0, all.err);
  t.regex(all.out, /live: bookings/);
  const status = await run("rebuild", ["--status"]);
  t.regex(status.out, /bookings.*live/);
  t.regex(status.out, /rebuild .*bookings.*: done/);
  const back = await run("rebuild", ["--rollback", "bookings"]);
  t.regex(back.out, /bookings is back to version \d+/);
  const verified = await run("verify", ["bookings", "payments"]);
  t.is(verified.code, 0, verified.err);
  t.regex(verified.out, /bookings bookings: \d+ rows, equal/);
});

test.serial("says plainly what is wrong, and ends with 1", async (t) => {
  const cases: [string, string[], boolean, RegExp][] = [
    ["rebuild", [], true, /say what to do/],
    ["rebuild", ["nothing"], true, /^error: there is no projection nothing; there are: /],
    ["rebuild", ["--all", "--status"], true, /say what to do/],
    ["verify", ["nothing"], true, /^error: there is no projection nothing/],
    ["verify", [], false, /^error: No service is running/],
  ];
  for (const [script, args, stores, message] of cases) {
    const { code, err } = await run(script, args, stores);
    t.is(code, 1, `${script} ${args.join(" ")}`);
    t.regex(err, message);
  }
  t.regex((await run("rebuild", ["--abort"])).out, /No rebuild is running/);
  t.regex((await run("rebuild", ["--help"])).out, /reads never stop/);
});
