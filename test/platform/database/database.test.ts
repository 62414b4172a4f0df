import { setTimeout as delay } from "node:timers/promises";
import test from "ava";
import { migrations } from "../../../migrations/index.js";
import { connectTimeout } from "../../../src/platform/database/connection.js";
import { openDatabase } from "../../../src/platform/database/database.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { DatabaseUnavailable } from "../../../src/platform/database/unavailable.js";
import { createTestDatabase } from "../../world/database.js";
import { eventually } from "../../world/eventually.js";
import { sql } from "../../world/sql.js";

const created = await createTestDatabase();
const { url } = created;
const database = openDatabase({ url, poolSize: 3 });
test.after.always(async () => {
  await database.close();
  await created.drop();
});

const breakConnections = () =>
  sql(
    url,
    "select pg_terminate_backend(pid) from pg_stat_activity " +
      "where datname = current_database() and pid <> pg_backend_pid()",
  );

test.serial("two processes may migrate at once: every migration runs once", async (t) => {
  const ran = await Promise.all([migrate(url, migrations), migrate(url, migrations)]);
  t.deepEqual(ran.flat().sort(), migrations.map(({ name }) => name).sort());
  t.deepEqual(await migrate(url, migrations), []);
});

test.serial("values read as the kernel's read model promises", async (t) => {
  const [row] = await database.rows(
    `select 9007199254740991::bigint as big, sum(x) as sum, 1.5::numeric as half,
       timestamptz '2026-01-01 05:30:00.1234+05:30' as at, date '2026-02-03' as day,
       '{"a": [1]}'::jsonb as body, array[1, null, 3]::bigint[] as bigs,
       timestamptz '0050-01-01 00:00:00+00 BC' as before, timestamptz 'infinity' as never
     from generate_series(1, 3) as x`,
  );
  t.deepEqual(row, {
    big: 9007199254740991,
    sum: 6,
    half: 1.5,
    at: "2026-01-01T00:00:00.123Z",
    day: "2026-02-03",
    body: { a: [1] },
    bigs: [1, null, 3],
    before: "0050-01-01 00:00:00+00 BC",
    never: "infinity",
  });
  await t.throwsAsync(database.rows("select 9007199254740993::bigint"), { message: /exact/ });
});

test.serial("a transaction that throws leaves nothing behind", async (t) => {
  await database.rows("create table ops.kept (value text)");
  await database.transaction((transaction) =>
    transaction.rows("insert into kept values ($1)", ["kept"]),
  );
  const failing = database.transaction(async (transaction) => {
    await transaction.rows("insert into kept values ($1)", ["lost"]);
    throw new Error("changed my mind");
  });
  await t.throwsAsync(failing, { message: "changed my mind" });
  t.deepEqual(await database.rows("select value from kept"), [{ value: "kept" }]);
});

test.serial("a prepared statement survives that its table gets other columns", async (t) => {
  await database.rows("create table ops.swapped (a integer)");
  const read = () => database.rows("select * from swapped");
  t.deepEqual(await read(), []);
  await database.rows("insert into swapped values (1)");
  await database.rows("alter table ops.swapped add b text");
  for (let count = 0; count < 5; count += 1) t.deepEqual(await read(), [{ a: 1, b: null }]);
});

test.serial("a broken connection is told as unavailable, and the next call succeeds", async (t) => {
  const sleeping = t.throwsAsync(database.rows("select pg_sleep(60)"), {
    instanceOf: DatabaseUnavailable,
  });
  const inTransaction = t.throwsAsync(
    database.transaction((transaction) => transaction.rows("select pg_sleep(60)")),
    { instanceOf: DatabaseUnavailable },
  );
  await eventually("both are asleep", async () => {
    const [row] = await database.rows<{ count: number }>(
      "select count(*) from pg_stat_activity where query = 'select pg_sleep(60)'",
    );
    return row?.count === 2 ? row : undefined;
  });
  await breakConnections();
  await Promise.all([sleeping, inTransaction]);
  t.deepEqual(await database.rows("select 1 as one"), [{ one: 1 }]);
});

test.serial("nobody at the address is told as unavailable", async (t) => {
  const nowhere = openDatabase({ url: "postgres://u:p@127.0.0.1:1/none", poolSize: 1 });
  await t.throwsAsync(nowhere.rows("select 1"), { instanceOf: DatabaseUnavailable });
  await t.throwsAsync(nowhere.connect(), { instanceOf: DatabaseUnavailable });
  const transaction = nowhere.transaction(() => Promise.resolve());
  await t.throwsAsync(transaction, { instanceOf: DatabaseUnavailable });
  await nowhere.close();
});

test("an address may say how long its server may take to let somebody in", (t) => {
  t.is(connectTimeout("postgres://db.example/daybook"), 5_000);
  t.is(connectTimeout("postgres://db.example/daybook?host=/run&connect_timeout=60"), 60_000);
  t.is(connectTimeout("postgres://db.example/daybook?connect_timeout=0", 2_500), 2_500);
});

test.serial("a listener hears again after its connection broke", async (t) => {
  const heard: (string | undefined)[] = [];
  const listening = database.listen("news", (payload) => heard.push(payload));
  const connections = (count: number) => () =>
    Promise.resolve(heard.filter((p) => p === undefined).length >= count ? heard : undefined);
  await eventually("it listens", connections(1));
  await database.rows("select pg_notify('news', 'first')");
  await eventually("it hears", () => Promise.resolve(heard.includes("first") || undefined));
  await breakConnections();
  await eventually("it listens again", connections(2));
  await database.rows("select pg_notify('news', 'second')");
  await eventually("it hears again", () => Promise.resolve(heard.includes("second") || undefined));
  listening.close();
  t.deepEqual(heard, [undefined, "first", undefined, "second"]);
});

test.serial("many statements share few sessions, and a slow one holds up none", async (t) => {
  const sessions = new Set<number>();
  const ask = async () => {
    const [row] = await database.rows<{ pid: number }>("select pg_backend_pid() as pid");
    sessions.add(row?.pid ?? 0);
  };
  await Promise.all(Array.from({ length: 40 }, ask));
  t.true(sessions.size <= 4, `${sessions.size} sessions`);
  const order: string[] = [];
  const sleep = "select pg_sleep(120)";
  const asleep = `from pg_stat_activity where datname = current_database() and query = '${sleep}'`;
  const slow = database
    .rows(sleep)
    .catch(() => undefined)
    .then(() => order.push("slow"));
  await eventually("it is asleep", async () => (await sql(url, `select pid ${asleep}`))[0]);
  // A statement counts as slow from the second look on; looks are 20 ms apart.
  for (let looks = 0; looks < 4; looks += 1) await delay(30);
  await Promise.all(Array.from({ length: 40 }, ask));
  order.push("quick");
  await sql(url, `select pg_cancel_backend(pid) ${asleep}`);
  await slow;
  t.deepEqual(order, ["quick", "slow"]);
});
