import test from "ava";
import { HOUR, MINUTE } from "../../../src/kernel/clock.js";
import { openSandboxClock, type SandboxClock } from "../../../src/platform/clock/sandbox-clock.js";
import { freshUrl, open } from "../gateways/sandbox-world.js";

async function two() {
  const url = await freshUrl();
  const databases = [open(url), open(url)] as const;
  const clocks = [
    await openSandboxClock(databases[0]),
    await openSandboxClock(databases[1]),
  ] as const;
  const end = async () => {
    for (const clock of clocks) clock.close();
    await Promise.all(databases.map((database) => database.close()));
  };
  return { url, databases, clocks, end };
}

/** How far business time is ahead, to the second. */
function ahead(clock: SandboxClock) {
  return Math.round((clock.now() - Date.now()) / 1_000) * 1_000;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test("moved by one process, it moves for all and stays moved after a restart", async (t) => {
  const { url, clocks, end } = await two();
  const [first, second] = clocks;
  t.is(ahead(first), 0);
  await first.advance(16 * MINUTE);
  t.is(ahead(first), 16 * MINUTE);
  await until(() => ahead(second) === 16 * MINUTE);
  await Promise.all([first.advance(HOUR), second.advance(HOUR)]);
  await until(() => ahead(first) === 136 * MINUTE && ahead(second) === 136 * MINUTE);
  const database = open(url);
  const later = await openSandboxClock(database);
  t.is(ahead(later), 136 * MINUTE);
  later.close();
  await database.close();
  await end();
});

test("what was missed during a lost connection is learnt after it", async (t) => {
  const { url, databases, clocks, end } = await two();
  const [first, second] = clocks;
  const admin = open(url);
  await admin.rows(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  // The first call on a connection that was just cut may fail, as any call to a lost server may.
  await databases[0].rows("select 1").catch(() => []);
  await first.advance(HOUR);
  await until(() => ahead(second) === HOUR);
  t.pass();
  await admin.close();
  await end();
});

test("business time never goes back", async (t) => {
  const { clocks, end } = await two();
  await t.throwsAsync(clocks[0].advance(-1));
  await t.throwsAsync(clocks[0].advance(0.5));
  await end();
});
