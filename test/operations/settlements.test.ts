import test from "ava";
import { cursorOf } from "../../src/operations/shapes/cursor.js";
import { faultsInBooks } from "../world/books.js";
import { eventually } from "../world/eventually.js";
import type { HttpClient } from "../world/http-client.js";
import { admin, book, customer, pay, serviceIds } from "../world/minuteserv.js";
import { newWorker } from "../world/minuteserv-partner.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { passToNoon } from "../world/turns-of-days.js";
import { everyPage, staff } from "./staff.js";

let world: ServiceWorld;
let finance: HttpClient;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  // What is settled in a morning is there in that day's report only once the morning is over.
  await passToNoon(world);
});

test.beforeEach(async () => {
  finance = await staff(world, "finance1");
});

test.after.always(() => world.close());

const CLEARING = "asset:gateway:razorpay:clearing";

/** Today at the market's place, so many days on. */
async function day(after = 0): Promise<string> {
  const now = Date.parse((await world.http.get("/sandbox/clock")).text("now"));
  return new Date(now + 330 * 60_000 + after * 86_400_000).toISOString().slice(0, 10);
}

/** Lets whole days pass; sessions do not outlive them. */
async function pass(days: number): Promise<void> {
  await world.http.post("/sandbox/clock", { advance_seconds: days * 86_400 });
  finance = await staff(world, "finance1");
}

async function paid() {
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids });
  const bookingId = booked.text("data.booking.id");
  const done = await pay(world, booked.text("data.payment.order_id"));
  return { client, bookingId, paymentId: done.text("razorpay_payment_id") };
}

function run(date: string) {
  return finance.post("/reconciliation", { marketplace: "minuteserv", date });
}

async function balance(address: string): Promise<number> {
  const found = await finance.get(`/ledger/accounts/${address}`);
  return found.status === 404 ? 0 : Number(found.text("balances.0.balance"));
}

interface Entry {
  readonly event: { readonly type: string };
  readonly lines: readonly { account: string; debit: string; credit: string }[];
}

interface Batch {
  readonly gross: string;
  readonly fee: string;
  readonly tax: string;
  readonly net: string;
  readonly utr: string;
}

/** The first day from now on whose settlement has the payment, once that day has come. */
async function settlementOf(paymentId: string) {
  for (let days = 0; days < 6; days += 1) {
    await pass(1);
    const date = await day();
    const done = await run(date);
    if (done.status !== 200) throw new Error(done.raw);
    const entries = await finance.get(`/ledger/entries?reference=razorpay:${paymentId}`);
    const posted = (entries.list("entries") as readonly Entry[]).find(
      ({ event }) => event.type === "SettlementReceived",
    );
    if (posted !== undefined) return { date, report: done, posted };
  }
  throw new Error(`${paymentId} was never settled`);
}

test.serial("a payment is settled to the bank less the fee, once, and clears", async (t) => {
  const { paymentId } = await paid();
  const total = await balance(CLEARING);
  const { date, report, posted } = await settlementOf(paymentId);
  const [batch] = report.list("report.settlements") as readonly Batch[];
  if (batch === undefined) return t.fail(report.raw);
  const fee = Math.round(total * 2) / 100;
  const tax = Math.round(fee * 18) / 100;
  const printed = [total, fee, tax, total - fee - tax].map((amount) => amount.toFixed(2));
  t.deepEqual([batch.gross, batch.fee, batch.tax, batch.net], printed);
  t.deepEqual(
    posted.lines.map(({ account, debit, credit }) => [account, debit, credit]),
    [
      ["asset:bank:main", batch.net, "0.00"],
      ["expense:gateway_fee", batch.fee, "0.00"],
      ["asset:tax:gst_input", batch.tax, "0.00"],
      [CLEARING, "0.00", batch.gross],
    ],
  );
  t.is(await balance(CLEARING), 0);
  t.is(report.at("report.settlement_lines.one_to_one"), 1);
  t.deepEqual(report.list("report.differences"), []);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);

  const { eventLog } = world.service.foundation;
  const end = await eventLog.feed.end();
  const again = await run(date);
  t.false(again.at("changed"));
  t.deepEqual(again.at("report"), report.at("report"));
  t.is(await eventLog.feed.end(), end, "no event at all");

  const csv = await finance.get(`/reconciliation/export.csv?from=${date}`);
  t.true(csv.raw.includes(`,settlement,`) && csv.raw.includes(batch.utr), csv.raw);
});

test.serial("a bank statement is matched by the transfer's number and amount", async (t) => {
  const { paymentId } = await paid();
  const { date, report } = await settlementOf(paymentId);
  const [batch] = report.list("report.settlements") as readonly Batch[];
  if (batch === undefined) return t.fail(report.raw);
  const half = (Number(batch.net) / 2).toFixed(2);
  const rest = (Number(batch.net) - Number(half)).toFixed(2);
  const heading = "date,description,reference,amount\n";
  const file = [
    heading,
    `${date},"NEFT ${batch.utr}, RAZORPAY",,${half}\n`,
    `${date},RAZORPAY,${batch.utr},${rest}\n`,
    `${date},Somebody's cheque,CHQ000111,99.00\n`,
  ].join("");
  const post = (text: string, name = "minuteserv") =>
    finance.post("/reconciliation/bank-statement", { marketplace: name, file: text });
  const imported = await post(file);
  t.is(imported.status, 200, imported.raw);
  t.deepEqual(imported.body, { imported: 3, duplicates: 0, days: [date] });
  t.deepEqual((await post(file)).body, { imported: 0, duplicates: 3, days: [date] });

  const matched = await run(date);
  t.is(matched.at("report.bank_lines.many_to_one"), 1, matched.raw);
  t.deepEqual(
    (matched.list("report.differences") as readonly Record<string, unknown>[]).map((one) => [
      one["kind"],
      one["reference"],
      one["at_gateway"],
    ]),
    [["unknown_bank_line", "CHQ000111", "99.00"]],
  );

  const more = await post(`${heading}${date},Correction,${batch.utr},-0.50\n`);
  t.is(more.at("imported"), 1, more.raw);
  const wrong = await run(date);
  const kinds = (wrong.list("report.differences") as readonly { kind: string }[]).map(
    ({ kind }) => kind,
  );
  t.deepEqual(kinds.toSorted(), ["bank_mismatch", "unknown_bank_line"]);

  t.is((await post(file, "nowhere")).status, 404);
  const refused = await post("date,amount\n2024-01-22,1\n");
  t.is(refused.status, 422);
  t.is(refused.at("errors.0.field"), "file", refused.raw);
});

test.serial("a refund of cash is confirmed by the bank's number", async (t) => {
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids, method: "cash" });
  const bookingId = booked.text("data.booking.id");
  const refund = await collectedAndRefunded(bookingId);
  const waiting = await finance.get("/refunds/cash");
  const [awaited] = waiting.list("refunds") as readonly { id: string; amount: string }[];
  if (awaited === undefined) return t.fail(waiting.raw);
  t.is(awaited.amount, refund);
  t.deepEqual(await everyPage(finance, "/refunds/cash", "refunds"), waiting.list("refunds"));
  const behind = cursorOf([waiting.text("refunds.0.created_at"), awaited.id]);
  t.deepEqual((await finance.get(`/refunds/cash?cursor=${behind}`)).list("refunds"), []);
  const path = `/refunds/${awaited.id}/confirm`;
  const confirmed = await finance.post(path, { bank_reference: "UTIB24012200017" });
  t.is(confirmed.status, 200, confirmed.raw);
  t.deepEqual((await finance.get("/refunds/cash")).list("refunds"), []);
  const entries = await finance.get("/ledger/entries?reference=bank:UTIB24012200017");
  const [entry] = entries.list("entries") as readonly Entry[];
  t.deepEqual(
    entry?.lines.map(({ account, debit, credit }) => [account, debit, credit]),
    [
      ["liability:refund:bank:in_transit", refund, "0.00"],
      ["asset:bank:main", "0.00", refund],
    ],
  );
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
  const office = await admin(world);
  const log = await office.get(`/admin/audit-logs?action=confirm_refund&resource_id=${bookingId}`);
  t.deepEqual(log.at("data.logs.0.changes"), {
    refund_amount: { old: null, new: Number(refund) },
    bank_reference: { old: null, new: "UTIB24012200017" },
  });
  t.is(log.at("data.logs.0.admin.email"), "finance@minuteserv.com", log.raw);
  const again = await finance.post(path, { bank_reference: "UTIB24012200017" });
  t.is(again.status, 200);
  t.is((await finance.post(path, { bank_reference: "UTIB24012200018" })).status, 409);
  t.is((await finance.post("/refunds/nothing/confirm", { bank_reference: "U-1" })).status, 404);
  t.is((await finance.post(path, {})).status, 422);
});

/** Staff move a cash booking to its end and give some of it back; answers how much. */
async function collectedAndRefunded(bookingId: string): Promise<string> {
  const [office, worker] = [await admin(world), await newWorker(world)];
  const choice = { partner_id: worker.id, force: true };
  await office.post(`/admin/bookings/${bookingId}/assign-partner`, choice);
  await worker.client.post(`/partner/bookings/${bookingId}/accept`, {});
  const done = await worker.client.post(`/partner/bookings/${bookingId}/complete`, {});
  if (done.status !== 200) throw new Error(done.raw);
  const body = { amount: 100, reason: "So it goes" };
  const refunded = await office.post(`/admin/bookings/${bookingId}/refund`, body);
  if (refunded.status !== 200) throw new Error(refunded.raw);
  await eventually("the ordered refund", async () => {
    const waiting = await finance.get("/refunds/cash");
    return waiting.list("refunds").length > 0 ? waiting : undefined;
  });
  return "100.00";
}
