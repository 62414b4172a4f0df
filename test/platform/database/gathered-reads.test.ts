import test from "ava";
import { openDatabase } from "../../../src/platform/database/database.js";
import { gathered } from "../../../src/platform/database/gathered-reads.js";
import { createTestDatabase } from "../../world/database.js";

const store = await createTestDatabase();
const database = openDatabase({ url: store.url, poolSize: 2 });
await database.rows("CREATE TABLE public.notes (id integer)");
await database.rows("CREATE SEQUENCE public.asked");
test.after.always(async () => {
  await database.close();
  await store.drop();
});

const ASK = "SELECT nextval('public.asked')::integer AS nth, $1::integer AS value";

test.serial("all who come while a statement is under way share the next one", async (t) => {
  const reads = gathered(database);
  const ask = async (): Promise<unknown> => (await reads.rows(ASK, [1]))[0];
  const first = ask();
  const later = await Promise.all(Array.from({ length: 10 }, ask));
  const [one] = later;
  t.is(new Set(later).size, 1);
  t.notDeepEqual(await first, one);
  t.notDeepEqual(await ask(), one, "what was answered is not kept");
});

test.serial("other values are other statements", async (t) => {
  const reads = gathered(database);
  const answers = await Promise.all([1, 2, 1, 2].map((value) => reads.rows(ASK, [value])));
  t.deepEqual(
    answers.map(([row]) => row && "value" in row && row.value),
    [1, 2, 1, 2],
  );
  t.is(new Set(answers).size, 4);
});

test.serial("who has written reads it, however many read all the time", async (t) => {
  const reads = gathered(database);
  const count = async (): Promise<number> =>
    (await reads.rows("SELECT id FROM pg_sleep(0.002), public.notes")).length;
  const done = new AbortController();
  const crowd = Array.from({ length: 5 }, async () => {
    while (!done.signal.aborted) await count();
  });
  for (let written = 1; written <= 50; written += 1) {
    await database.rows("INSERT INTO public.notes VALUES ($1)", [written]);
    t.is(await count(), written);
  }
  done.abort();
  await Promise.all(crowd);
});

test.serial("all learn of a failure, and the next statement is sent again", async (t) => {
  const reads = gathered(database);
  const divide = "SELECT 1 / $1::integer AS result";
  const fail = async (): Promise<void> => {
    await t.throwsAsync(reads.rows(divide, [0]), { message: /division by zero/ });
  };
  await Promise.all([fail(), fail(), fail()]);
  await fail();
  t.deepEqual(await reads.rows(divide, [1]), [{ result: 1 }]);
});
