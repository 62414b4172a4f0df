import test from "ava";
import { openDatabase } from "../../../src/platform/database/database.js";
import { COMMITS_LATER } from "../../../src/platform/http/commits-later.js";
import { databaseOf } from "./service.js";

const database = databaseOf(test);

test("the setting holds for the statement's own transaction and no longer", async (t) => {
  const session = openDatabase({ url: database(), poolSize: 1 });
  t.teardown(() => session.close());
  const insert = `insert into ops.effects (name) values ('x') returning ${COMMITS_LATER}`;
  const show = "select current_setting('synchronous_commit') as now";
  await session.rows("select set_config('synchronous_commit', 'on', false)");
  const within = await session.transaction(async (inside) => {
    await inside.rows(insert);
    return inside.rows(show);
  });
  t.deepEqual(within, [{ now: "off" }]);
  await session.rows(insert);
  t.deepEqual(await session.rows(show), [{ now: "on" }]);
});
