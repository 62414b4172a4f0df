import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import test from "ava";
import { newId } from "../../src/kernel/ids.js";
import { wrap, wrappedBy } from "../../src/platform/vault/master-key.js";
import { openVault } from "../../src/platform/vault/vault.js";
import { customer } from "../world/minuteserv.js";
import { runScript } from "../world/script.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";

const [old, fresh] = [randomBytes(32), randomBytes(32)];
let world: ServiceWorld;

test.before(async () => {
  // The first step: every process opens what either wraps.
  world = await openServiceWorld({
    RATE_LIMITS: "off",
    MASTER_KEY: old.toString("hex"),
    MASTER_KEY_PREVIOUS: fresh.toString("hex"),
  });
});

test.after.always(() => world.close());

interface KeyRow {
  readonly subject: string;
  readonly key: Buffer;
}

function allKeys(): Promise<KeyRow[]> {
  return world.service.foundation.database.rows<KeyRow>(
    "select subject, key from ops.subject_keys where key is not null order by subject",
  );
}

async function keysOfMaster(master: Buffer): Promise<number> {
  const rows = await allKeys();
  return rows.filter(({ subject, key }) => wrappedBy(master, subject, key)).length;
}

/** What a process reads that has just started. */
async function asReadBy(masterKey: Buffer, previousKey: Buffer | undefined, names: Set<string>) {
  const vault = openVault({
    database: world.service.foundation.database,
    masterKey,
    previousKey,
  });
  try {
    return await vault.keys(names);
  } finally {
    vault.close();
  }
}

/** People, so many that a rotation takes several batches. */
async function crowd(count: number): Promise<Set<string>> {
  const names = Array.from({ length: count }, () => newId());
  await world.service.foundation.database.rows(
    "insert into ops.subject_keys (subject, key) select * from unnest($1::text[], $2::bytea[])",
    [names, names.map((name) => wrap(old, name, randomBytes(32)))],
  );
  return new Set(names);
}

/** Runs the script until it waits for a locked key, then kills it. */
async function killedInTheMiddle(locked: string): Promise<readonly string[]> {
  const { config, database } = world.service.foundation;
  const file = fileURLToPath(new URL("../../scripts/keys.js", import.meta.url));
  const env = {
    PATH: process.env["PATH"],
    DATA_DIR: config.dataDir,
    EVENTSTORE_URL: config.eventStoreUrl,
    DATABASE_URL: config.databaseUrl,
    SANDBOX: "on",
    MASTER_KEY: fresh.toString("hex"),
    MASTER_KEY_PREVIOUS: old.toString("hex"),
  };
  return database.transaction(async (transaction) => {
    await transaction.rows("select 1 from ops.subject_keys where subject = $1 for update", [
      locked,
    ]);
    const child = spawn(process.execPath, [file, "rotate"], { env });
    const told: string[] = [];
    const ended = once(child, "exit");
    for await (const line of createInterface({ input: child.stderr })) {
      told.push(line);
      if (told.length === 1) child.kill("SIGKILL");
    }
    await ended;
    return told;
  });
}

test("the master key changes under a running service, even with a crash half way", async (t) => {
  const client = await customer(world);
  const before = (await client.get("/auth/me")).raw;
  const names = await crowd(1_500);
  const keys = await asReadBy(old, undefined, names);
  const locked = (await allKeys())[1_000]?.subject ?? "";

  const told = await killedInTheMiddle(locked);
  t.regex(told[0] ?? "", /^\d+ of \d+ keys$/);
  const [done, left] = [await keysOfMaster(fresh), await keysOfMaster(old)];
  t.true(done > 0 && left > 0, `${done} done, ${left} left`);
  t.deepEqual(await asReadBy(old, fresh, names), keys, "whoever runs with both reads on");

  const { config } = world.service.foundation;
  const both = { current: fresh.toString("hex"), previous: old.toString("hex") };
  const rotate = () => runScript({ ...config, masterKeys: both }, "keys", "rotate");
  const through = new AbortController();
  const reading = (async () => {
    while (!through.signal.aborted) {
      t.deepEqual(await asReadBy(old, fresh, names), keys);
      t.is((await client.get("/auth/me")).raw, before);
    }
  })();
  const second = await rotate();
  through.abort();
  await reading;
  t.is(second.code, 0, second.err);
  t.is(await keysOfMaster(old), 0);
  t.deepEqual(await asReadBy(fresh, undefined, names), keys, "the old key may go");

  // The service still wraps under the old one: the next run takes what it has made since.
  const phone = await (await customer(world)).get("/auth/me");
  t.is(phone.status, 200);
  t.is(await keysOfMaster(old), 1);
  const third = await rotate();
  t.regex(third.out, /^Of \d+ keys 1 were wrapped anew/);
  t.is(await keysOfMaster(old), 0);
  t.is((await client.get("/auth/me")).raw, before);
});
