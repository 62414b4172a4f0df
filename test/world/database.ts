import { randomBytes } from "node:crypto";
import { sql } from "./sql.js";

/** A database of one test's own. */
export interface TestDatabase {
  readonly url: string;
  /** Removes it, together with connections that are still open. */
  drop(): Promise<void>;
}

/**
 * Makes an empty database with a random name on the suite's PostgreSQL, so that test files run side
 * by side and none sees another's rows.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env["TEST_DATABASE_URL"];
  if (server === undefined || server === "") {
    throw new Error(
      "TEST_DATABASE_URL is not set: run the tests with `npm test`, or one file of them with " +
        "`npm test -- test/<file>.test.ts`, which starts a PostgreSQL for them.",
    );
  }
  const name = `test_${randomBytes(8).toString("hex")}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  // No test of something else shall find the server gone because the machine is busy.
  url.searchParams.set("connect_timeout", "60");
  await sql(server, `CREATE DATABASE ${name} TEMPLATE template0`);
  const drop = async (): Promise<void> => {
    await sql(server, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url: url.href, drop };
}
