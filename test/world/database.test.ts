import test from "ava";
import { Client } from "pg";
import { createTestDatabase } from "./database.js";
import { sql } from "./sql.js";

const LISTED = "SELECT datname FROM pg_database WHERE datname LIKE 'test_%'";

test("two databases do not see each other's tables", async (t) => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await sql(one.url, "CREATE TABLE coin (worth integer)");
  await sql(other.url, "CREATE TABLE coin (worth integer)");
  await sql(one.url, "INSERT INTO coin VALUES (1)");
  t.deepEqual(await sql(one.url, "SELECT worth FROM coin"), [{ worth: 1 }]);
  t.deepEqual(await sql(other.url, "SELECT worth FROM coin"), []);
  await Promise.all([one.drop(), other.drop()]);
});

test("a dropped database is gone, open connections or not", async (t) => {
  const [kept, dropped] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const lingering = new Client({ connectionString: dropped.url });
  await lingering.connect();
  const cut = new Promise<Error>((resolve) => {
    lingering.on("error", resolve);
  });
  await dropped.drop();
  t.regex((await cut).message, /terminating connection|terminated unexpectedly/);
  const names = (await sql(kept.url, LISTED)).map((row) => JSON.stringify(row)).join();
  t.false(names.includes(new URL(dropped.url).pathname.slice(1)));
  t.true(names.includes(new URL(kept.url).pathname.slice(1)));
  await kept.drop();
});

test.serial("without a server it says how to run tests", async (t) => {
  const server = process.env["TEST_DATABASE_URL"];
  delete process.env["TEST_DATABASE_URL"];
  try {
    await t.throwsAsync(createTestDatabase, { message: /npm test -- test\// });
  } finally {
    process.env["TEST_DATABASE_URL"] = server;
  }
});
