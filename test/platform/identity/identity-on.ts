import type { ExecutionContext, TestFn } from "ava";
import { migrations } from "../../../migrations/index.js";
import { openDatabase, type Database } from "../../../src/platform/database/database.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { openIdentity, type Identity } from "../../../src/platform/identity/open-identity.js";
import { createLog } from "../../../src/platform/telemetry/log.js";
import { createTestDatabase, type TestDatabase } from "../../world/database.js";
import { SECRET, TestClock } from "../http/service.js";

export interface IdentityWorld extends Identity {
  readonly clock: TestClock;
  readonly database: Database;
}

const MARKETS = [
  { name: "bazaar", tokens: { access: 900_000, refresh: 604_800_000 } },
  { name: "fair", tokens: { access: 60_000, refresh: 120_000 } },
];

/** Opens identity on a database of the test file's own, closed with each test. */
export function identityOf(test: TestFn): (t: ExecutionContext) => Promise<IdentityWorld> {
  let held: TestDatabase | undefined;
  test.before(async () => {
    held = await createTestDatabase();
    await migrate(held.url, migrations);
  });
  test.after.always(() => held?.drop());
  return async (t) => {
    const clock = new TestClock();
    const database = openDatabase({ url: held?.url ?? "", poolSize: 8 });
    const log = createLog({ level: "silent", pretty: false });
    const identity = await openIdentity({ database, clock, log, secret: SECRET, markets: MARKETS });
    t.teardown(async () => {
      await identity.close();
      await database.close();
    });
    return { ...identity, clock, database };
  };
}
