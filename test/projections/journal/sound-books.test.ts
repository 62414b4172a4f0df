import { deepEqual, equal } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import { earnings as earningsTable } from "../../../projections/earnings.js";
import { account } from "../../../projections/journal/chart-of-accounts.js";
import { journal } from "../../../projections/journal/fold.js";
import { totals, trialBalance } from "../../../projections/journal/queries/trial-balance.js";
import type { ReadModel } from "../../../src/kernel/read-model.js";
import { bookings } from "../../../src/modules/booking/booking.js";
import { earnings } from "../../../src/modules/earning/earning.js";
import { ArrayFeed } from "../../platform/projecting/array-feed.js";
import { runEngine, testDatabase } from "../../platform/projecting/engine.js";
import { Business } from "./business.js";
import { everyEntry } from "./every-entry.js";
import {
  BOOKINGS,
  bookingId,
  type Operation,
  operations,
  perform,
  PROVIDERS,
  providerId,
} from "./operations.js";

const START = Date.parse("2024-01-17T09:00:00Z");
const POSTED = [
  "BookingCancelled",
  "BookingCompleted",
  "ChargebackCovered",
  "ChargebackLost",
  "ChargebackOpened",
  "ChargebackWon",
  "EarningFreed",
  "EarningHeld",
  "EarningReversed",
  "LatePaymentReturned",
  "PaymentCaptured",
  "PayoutCompleted",
  "PayoutFailed",
  "PayoutRequested",
  "RefundConfirmed",
  "RefundGranted",
  "SettlementReceived",
  "WalletCredited",
];
const CLOSED = ["completed", "cancelled", "refunded"];

async function balanceOf(reads: ReadModel, address: string): Promise<number> {
  const [row] = await reads.rows<{ balance: number }>(
    "SELECT balance FROM journal_accounts WHERE address = $1",
    [address],
  );
  return row?.balance ?? 0;
}

async function owedOf(reads: ReadModel, provider: string): Promise<number> {
  const [row] = await reads.rows<{ owed: number }>(
    `SELECT COALESCE(sum(amount), 0)::bigint AS owed FROM earnings
      WHERE provider_id = $1 AND status = 'pending' AND payout_id IS NULL`,
    [provider],
  );
  return row?.owed ?? 0;
}

async function checkBooks(reads: ReadModel, business: Business): Promise<void> {
  const { marketplace } = business;
  const { lines } = await trialBalance(reads, { marketplace });
  for (const { debit, credit } of totals(lines)) equal(debit, credit, "the trial balance is zero");
  const below = await reads.rows(
    `SELECT l.* FROM journal_lines l JOIN journal_accounts a
        ON (a.address, a.marketplace, a.currency) = (l.account, l.marketplace, l.currency)
      WHERE l.marketplace = $1 AND a.floored AND l.balance < 0`,
    [marketplace],
  );
  deepEqual(below, [], "no floored account was ever below zero");
  for (const number of BOOKINGS) {
    const id = bookingId(business, number);
    const state = business.state(bookings, id);
    if (state === null || !CLOSED.includes(state.status)) continue;
    equal(await balanceOf(reads, account.escrow(id)), 0, "a closed booking's escrow is empty");
  }
  for (const number of PROVIDERS) {
    const id = providerId(business, number);
    const payable = await balanceOf(reads, account.providerPayable(id));
    equal(payable, await owedOf(reads, id), "payable is what was earned and not yet paid out");
    const receivable = await balanceOf(reads, account.providerReceivable(id));
    equal(receivable, business.state(earnings, id)?.debt ?? 0, "receivable is the debt");
  }
}

test("the books are sound after any sequence of operations", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  const stopped: unknown[] = [];
  const engine = runEngine(t, database, feed, [journal, earningsTable], {
    onStopped: (poisoned) => stopped.push(poisoned),
  });
  let run = 0;
  const law = fc.asyncProperty(operations, async (sequence) => {
    run += 1;
    const business = new Business(`market-${run}`, (await feed.end()) + 10, START);
    for (const operation of sequence) await perform(business, operation);
    await business.settle();
    feed.events.push(...business.events);
    await engine.caughtUp();
    deepEqual(stopped, [], "the journal takes every event");
    await checkBooks(database, business);
  });
  const examples: [Operation[]][] = [[[...everyEntry]]];
  await t.notThrowsAsync(() => fc.assert(law, { examples, numRuns: 150, endOnFailure: true }));
  const everywhere = totals((await trialBalance(database, {})).lines);
  const posted = await database.rows<{ type: string }>(
    "SELECT DISTINCT event_type AS type FROM journal_entries ORDER BY 1",
  );
  const types = posted.map(({ type }) => type);
  t.deepEqual(types, POSTED, "every kind of entry is posted, by the example at least");
  t.is(everywhere.length, 1);
  for (const { debit, credit } of everywhere) {
    t.is(debit, credit);
    t.true(debit > 0);
  }
});
