import test from "ava";
import { newId } from "../../src/kernel/ids.js";
import { Upload } from "../../src/kernel/upload.js";
import { DatabaseFiles } from "../../src/platform/files/database-files.js";
import { book, customer, newPhone, pay, serviceIds } from "../world/minuteserv.js";
import { runScript, type Ended } from "../world/script.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

function run(script: string, ...parameters: readonly string[]): Promise<Ended> {
  return runScript(world.service.foundation.config, script, ...parameters);
}

async function paidBooking(phone: string): Promise<{ accountId: string; bookingId: string }> {
  const client = await customer(world, phone);
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids });
  await pay(world, booked.text("data.payment.order_id"));
  const me = await client.get("/auth/me");
  return { accountId: me.text("data.id"), bookingId: booked.text("data.booking.id") };
}

/** Every row of every table of the schemas that hold read models, as one text. */
async function readModels(): Promise<string> {
  const { database } = world.service.foundation;
  const tables = await database.rows<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('read', 'retired', 'rebuild')`,
  );
  const texts = tables.map(({ name }) => database.rows(`SELECT t::text FROM ${name} t`));
  return JSON.stringify(await Promise.all(texts));
}

test.serial(
  "an erased person is gone from log and read models, and the books balance",
  async (t) => {
    const phone = newPhone();
    const { accountId, bookingId } = await paidBooking(phone);
    t.true((await readModels()).includes(phone));

    const erased = await run("keys", "erase", accountId, "--yes");
    t.is(erased.code, 0, erased.err);

    t.false((await readModels()).includes(phone));
    const replayed = await run("replay", `booking-${bookingId}`, "--state");
    t.regex(replayed.out, /\[erased\]/);
    t.false(replayed.out.includes("123 Main St"));
    t.regex(replayed.out, /"total":98000/, "the money is still there");
    const verified = await run("verify");
    t.is(verified.code, 0, verified.out);
    const [sums] = await world.service.foundation.database.rows<{ difference: number }>(
      "SELECT sum(debit) - sum(credit) AS difference FROM journal_lines",
    );
    t.is(sums?.difference, 0);
  },
);

test.serial("the papers of an erased person are gone, sealed bytes and all", async (t) => {
  const { accountId } = await paidBooking(newPhone());
  const { database, vault } = world.service.foundation;
  const files = new DatabaseFiles(database, vault);
  const id = newId();
  await files.keep(id, accountId, new Upload("pan.png", "image/png", Buffer.from("a card")));
  t.is((await run("keys", "erase", accountId, "--yes")).code, 0);
  t.is(await files.read(id), undefined);
  const left = await database.rows("SELECT id FROM ops.files WHERE owner = $1", [accountId]);
  t.deepEqual(left, []);
});

test.serial("an erasure can be repeated, and an unknown person is told", async (t) => {
  const { accountId } = await paidBooking(newPhone());
  t.is((await run("keys", "erase", accountId, "--yes")).code, 0);
  const again = await run("keys", "erase", accountId, "--yes");
  t.is(again.code, 0, again.err);
  const unknown = await run("keys", "erase", "nobody", "--yes");
  t.is(unknown.code, 1);
  t.regex(unknown.err, /^error: no personal data is kept of nobody/);
});
