import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import test, { type ExecutionContext } from "ava";
import fc from "fast-check";
import { beancountExport } from "../../../projections/journal/exports/beancount.js";
import { beancountAccount } from "../../../projections/journal/exports/beancount-names.js";
import { csvExport } from "../../../projections/journal/exports/csv.js";
import { hledgerExport } from "../../../projections/journal/exports/hledger.js";
import { hledgerAccount } from "../../../projections/journal/exports/hledger-names.js";
import { journalPages } from "../../../projections/journal/exports/pages.js";
import { journal } from "../../../projections/journal/fold.js";
import { trialBalance } from "../../../projections/journal/queries/trial-balance.js";
import { toMajorText } from "../../../src/kernel/money.js";
import type { Database } from "../../../src/platform/database/database.js";
import { ArrayFeed } from "../../platform/projecting/array-feed.js";
import { runEngine, testDatabase } from "../../platform/projecting/engine.js";
import { temporaryFolder } from "../../world/temporary-folder.js";
import { Business } from "./business.js";
import { operations, perform } from "./operations.js";
import { ask, csvRows, isInstalled } from "./oracle.js";
import { recordedEvent, sample } from "./posted.js";

const SEED = 20_240_120;
const START = Date.parse("2024-01-17T09:00:00Z");

/** Texts that each tool would trip over, were they not escaped. */
const AWKWARD_BANK = 'HDFC  Current; a/c "₹" _x';
const AWKWARD_PAYMENT = 'pay_,:"\\ ;x\ny';

/** A journal of some businesses, and of texts that people and gateways may well send. */
async function someJournal(t: ExecutionContext): Promise<Database> {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  for (const [number, sequence] of fc.sample(operations, { seed: SEED, numRuns: 12 }).entries()) {
    const first = (await feed.end()) + 10;
    const business = new Business(`market-${number % 2}-${number}`, first, START);
    for (const operation of sequence) await perform(business, operation);
    await business.settle();
    feed.events.push(...business.events);
  }
  const sums = { gross: 10_001, deduction: 0, tds: 1, net: 10_000 };
  const money = { source: "wallet", payeeId: "w1", ...sums };
  const purpose = { kind: "payout", rail: "bank_transfer", tds: 1, net: 10_000, emi: null };
  const deposit = { kind: "deposit", walletId: "w1", amount: 10_001 };
  const awkward: [string, object][] = [
    ["PaymentCaptured", { gatewayPaymentId: AWKWARD_PAYMENT }],
    ["WalletCredited", deposit],
    ["WalletHoldCaptured", { walletId: "w1", amount: 10_001, purpose }],
    ["PayoutCompleted", { ...money, bank: AWKWARD_BANK, bankTransactionId: "a, b;\tc" }],
  ];
  for (const [type, changes] of awkward) {
    const position = (await feed.end()) + 10;
    const id = `event-${position}`;
    feed.events.push({ ...recordedEvent(type, sample(type, changes)), position, id });
  }
  await runEngine(t, database, feed, [journal]).caughtUp();
  return database;
}

async function text(pieces: AsyncIterable<string>): Promise<string> {
  let all = "";
  for await (const piece of pieces) all += piece;
  return all;
}

async function saved(t: ExecutionContext, name: string, content: string): Promise<string> {
  const file = join(await temporaryFolder(t), name);
  await writeFile(file, content);
  return file;
}

/** What the books say, under the tool's own account names. */
async function expected(
  database: Database,
  name: (address: string) => string,
): Promise<string[][]> {
  const { lines } = await trialBalance(database, {});
  return lines
    .map((line) => [name(line.address), `${toMajorText(line.debit - line.credit)} INR`])
    .sort(byName);
}

function byName([one = ""]: readonly string[], [other = ""]: readonly string[]): number {
  return one < other ? -1 : 1;
}

test("hledger reads the export and agrees to the paisa", async (t) => {
  if (!(await isInstalled("hledger"))) {
    t.pass();
    return;
  }
  const database = await someJournal(t);
  const file = await saved(t, "journal.hledger", await text(hledgerExport(database, {})));
  await ask("hledger", "-f", file, "check", "--strict");
  const balances = await ask("hledger", "-f", file, "balance", "--flat", "-N", "-O", "csv");
  t.deepEqual(csvRows(balances).slice(1).sort(byName), await expected(database, hledgerAccount));
  const tagged = await ask("hledger", "-f", file, "print", "tag:payout=7c2d9edb", "-O", "csv");
  t.true(tagged.includes("Payout completed"));
});

test("beancount reads the export and agrees to the paisa", async (t) => {
  if (!(await isInstalled("bean-check"))) {
    t.pass();
    return;
  }
  const database = await someJournal(t);
  const file = await saved(t, "journal.beancount", await text(beancountExport(database, {})));
  t.is(await ask("bean-check", file), "");
  const query = "SELECT account, sum(position) GROUP BY account";
  const rows = csvRows(await ask("bean-query", "-f", "csv", file, query)).slice(1);
  const open = rows.filter((row) => row[1] !== undefined && row[1] !== "");
  t.deepEqual(open.sort(byName), await expected(database, beancountAccount));
});

test("the CSV has every line of the journal once, in order", async (t) => {
  const database = await someJournal(t);
  const [header, ...rows] = (await text(csvExport(database, {}))).trim().split("\r\n");
  t.regex(header ?? "", /^position,entry_id,effective_at,.*,debit,credit,currency,balance$/);
  const lines = await database.rows<{ debit: number; credit: number }>(
    "SELECT debit, credit FROM journal_lines ORDER BY position, line",
  );
  t.deepEqual(
    rows.map((row) => row.split(",").slice(-4, -2)),
    lines.map(({ debit, credit }) => [toMajorText(debit), toMajorText(credit)]),
  );
});

test("pages of any size hold the same entries, and the filters choose among them", async (t) => {
  const database = await someJournal(t);
  const all = await positions(journalPages(database, {}));
  t.true(all.length > 50);
  for (const size of [1, 7, all.length, all.length + 1]) {
    t.deepEqual(await positions(journalPages(database, {}, size)), all);
  }
  const marketplace = "market-1-3";
  const of = await positions(journalPages(database, { marketplace }));
  t.true(of.length > 0 && of.length < all.length);
  t.true(of.every((position) => all.includes(position)));
  const noon = "2024-01-18T12:00:00.000Z";
  const before = await positions(journalPages(database, { until: noon }));
  const after = await positions(journalPages(database, { from: noon }));
  t.true(before.length > 0 && after.length > 0);
  t.deepEqual(
    [...before, ...after].sort((a, b) => a - b),
    all,
  );
});

async function positions(pages: ReturnType<typeof journalPages>): Promise<number[]> {
  const found: number[] = [];
  for await (const page of pages) found.push(...page.map(({ position }) => position));
  return found;
}
