import { randomBytes } from "node:crypto";
import test from "ava";
import { everyReconciliation, reconciliationsOf } from "../../projections/reconciliations.js";
import { faultsInBooks } from "../world/books.js";
import type { HttpClient } from "../world/http-client.js";
import { book, customer, pay, serviceIds } from "../world/minuteserv.js";
import { runScript } from "../world/script.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { staff } from "./staff.js";

let world: ServiceWorld;
let finance: HttpClient;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.beforeEach(async () => {
  finance = await staff(world, "finance1");
});

test.after.always(() => world.close());

/** Today at the market's place. */
async function today(): Promise<string> {
  const now = Date.parse((await world.http.get("/sandbox/clock")).text("now"));
  return new Date(now + 330 * 60_000).toISOString().slice(0, 10);
}

/** A day that no other test has payments on. */
async function nextDay(): Promise<string> {
  await world.http.post("/sandbox/clock", { advance_seconds: 86_400 });
  finance = await staff(world, "finance1");
  return today();
}

async function unpaid() {
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids });
  const id = booked.text("data.booking.id");
  return {
    orderId: booked.text("data.payment.order_id"),
    look: () => client.get(`/bookings/${id}`),
  };
}

function run(date: string, marketplace = "minuteserv") {
  return finance.post("/reconciliation", { marketplace, date });
}

interface Finding {
  readonly kind: string;
  readonly order_id: string;
}

test.serial("a lost webhook is healed as if it had come, once", async (t) => {
  const { eventLog, database } = world.service.foundation;
  const [lost, told] = [await unpaid(), await unpaid()];
  await pay(world, lost.orderId, { webhook: false });
  await pay(world, told.orderId);
  t.is((await lost.look()).at("data.payment_status"), "pending");

  const date = await today();
  const first = await run(date);
  t.is(first.status, 200, first.raw);
  t.is(first.at("changed"), true);
  t.is(first.at("report.gateway_payments"), 2);
  t.is(first.at("report.agreed"), 2);
  t.deepEqual(
    (first.list("report.healed") as readonly Finding[]).map(({ order_id }) => order_id),
    [lost.orderId],
  );
  t.deepEqual(first.list("report.differences"), []);
  const after = await lost.look();
  t.is(after.at("data.payment_status"), "paid");
  t.is(after.at("data.status"), "partner_assigned");
  t.deepEqual(await faultsInBooks(database), []);

  const end = await eventLog.feed.end();
  const second = await run(date);
  t.is(second.at("changed"), false);
  t.deepEqual(second.at("report"), first.at("report"));
  t.is(await eventLog.feed.end(), end, "no event at all");
  t.deepEqual((await finance.get(`/reconciliation/minuteserv/${date}`)).body, first.at("report"));
});

test.serial("a sandbox job does the same for today and yesterday", async (t) => {
  const date = await nextDay();
  const lost = await unpaid();
  await pay(world, lost.orderId, { webhook: false });
  const done = await world.http.post("/sandbox/jobs/reconciliation");
  t.is(done.status, 200, done.raw);
  t.is(done.at("reports.1.date"), date);
  t.true(done.raw.includes(lost.orderId));
  t.is((await lost.look()).at("data.payment_status"), "paid");
});

test.serial("it runs by itself once the night is over", async (t) => {
  const date = await nextDay();
  const lost = await unpaid();
  await pay(world, lost.orderId, { webhook: false });
  // Whatever the hour is now, two days on the night after the payment is over.
  await nextDay();
  await nextDay();
  const jobs = (await finance.get("/jobs")).list("jobs") as readonly { readonly name: string }[];
  const job = jobs.find(({ name }) => name === "reconciliation");
  t.like(job ?? {}, { marketplace: "minuteserv", hour: 2, last_error: null });
  const report = await finance.get(`/reconciliation/minuteserv/${date}`);
  t.is(report.at("healed.0.order_id"), lost.orderId, report.raw);
});

/** A payment at the gateway that belongs to no order of ours. */
async function strangersPayment(): Promise<string> {
  const { database, clock } = world.service.foundation;
  const name = randomBytes(7).toString("hex");
  await database.rows(
    `INSERT INTO ops.sandbox_gateway (id, kind, parent, amount, currency, status, created_at)
     VALUES ($1, 'order', NULL, 500, 'INR', 'paid', $3),
            ($2, 'payment', $1, 500, 'INR', 'captured', $3)`,
    [`order_${name}`, `pay_${name}`, new Date(clock.now()).toISOString()],
  );
  return name;
}

test.serial("differences are reported by kind and left alone", async (t) => {
  const { database, config } = world.service.foundation;
  const date = await nextDay();
  const [short, vanished] = [await unpaid(), await unpaid()];
  await pay(world, short.orderId, { webhook: false });
  await pay(world, vanished.orderId);
  const payment = "WHERE kind = 'payment' AND parent = $1";
  await database.rows(`UPDATE ops.sandbox_gateway SET amount = amount - 1 ${payment}`, [
    short.orderId,
  ]);
  await database.rows(`DELETE FROM ops.sandbox_gateway ${payment}`, [vanished.orderId]);
  const stranger = await strangersPayment();

  const found = await run(date);
  const differences = found.list("report.differences") as readonly Finding[];
  t.deepEqual(
    differences.map(({ kind, order_id }) => `${kind} ${order_id}`).toSorted(),
    [
      `amount_mismatch ${short.orderId}`,
      `missing_at_gateway ${vanished.orderId}`,
      `unknown_gateway_payment order_${stranger}`,
    ].toSorted(),
  );
  t.deepEqual(found.list("report.healed"), []);
  t.is((await short.look()).at("data.payment_status"), "pending");
  t.is((await run(date)).at("changed"), false);

  const csv = await finance.get(`/reconciliation/export.csv?from=${date}`);
  t.is(csv.status, 200, csv.raw);
  const rows = csv.raw.trim().split("\r\n");
  // Earlier days' payments may be settled by now.
  t.is(rows.filter((row) => !row.includes(",settlement,")).length, 4);
  t.true(csv.raw.includes(`unknown_gateway_payment,pay_${stranger}`));
  const listed = await finance.get("/reconciliation?limit=1");
  t.is(listed.at("reports.0.date"), date);
  const older = await finance.get(`/reconciliation?cursor=${listed.text("next_cursor")}`);
  t.true((older.list("reports") as readonly { date: string }[]).every((row) => row.date < date));

  const all = await reconciliationsOf(database, {}, undefined, 500);
  t.true(all.length > 1);
  t.deepEqual(await everyReconciliation(database, {}, 1), all, "whatever is read at once");

  const script = await runScript(config, "reconcile", "--date", date);
  t.is(script.code, 2, script.err);
  t.regex(script.out, /differences\s+3/);
  t.regex(script.out, /Nothing has changed since the last run/);
});

test.serial("refusals: strangers, the future, unknown markets, no day", async (t) => {
  const date = await today();
  t.is((await world.http.post("/operations/reconciliation", {})).status, 401);
  t.is((await run(date, "nowhere")).status, 404);
  t.is((await run("2999-01-01")).status, 422);
  t.is((await run("yesterday")).status, 422);
  t.is((await finance.get("/reconciliation/minuteserv/2001-01-01")).status, 404);
  const script = await runScript(world.service.foundation.config, "reconcile", "--date", "soon");
  t.is(script.code, 1);
});
