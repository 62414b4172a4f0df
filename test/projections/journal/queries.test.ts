import test, { type ExecutionContext } from "ava";
import { journal } from "../../../projections/journal/fold.js";
import { accountBalances } from "../../../projections/journal/queries/accounts.js";
import { unclearedAccounts } from "../../../projections/journal/queries/must-clear.js";
import { totals, trialBalance } from "../../../projections/journal/queries/trial-balance.js";
import type { Recorded } from "../../../src/kernel/event.js";
import type { Database } from "../../../src/platform/database/database.js";
import { ArrayFeed } from "../../platform/projecting/array-feed.js";
import { runEngine, testDatabase } from "../../platform/projecting/engine.js";
import { recordedEvent, sample } from "./posted.js";

interface Happened {
  readonly type: string;
  readonly at: string;
  readonly changes?: object;
  readonly marketplace?: string;
}

/** A journal of these events, ten positions apart, the first at 10. */
async function journalOf(t: ExecutionContext, happened: readonly Happened[]): Promise<Database> {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  for (const [index, { type, at, changes, marketplace = "one" }] of happened.entries()) {
    const event = recordedEvent(type, sample(type, changes));
    const metadata = { ...event.metadata, marketplace, occurredAt: at };
    const position = (index + 1) * 10;
    const recorded: Recorded = { ...event, id: `event-${position}`, position, metadata };
    feed.events.push(recorded);
  }
  await runEngine(t, database, feed, [journal]).caughtUp();
  return database;
}

const MONDAY = "2024-01-15T10:00:00.000Z";
const TUESDAY = "2024-01-16T10:00:00.000Z";
const WEDNESDAY = "2024-01-17T10:00:00.000Z";
const CLEARING = "asset:gateway:razorpay:clearing";

test("a must-clear account is as old as the oldest money that is still in it", async (t) => {
  const refund = { amount: 177_120, refund: 177_120, fee: 0 };
  const database = await journalOf(t, [
    { type: "PaymentCaptured", at: MONDAY },
    { type: "PaymentCaptured", at: TUESDAY },
    { type: "BookingCancelled", at: WEDNESDAY, changes: refund },
    { type: "RefundConfirmed", at: WEDNESDAY, changes: refund },
  ]);
  t.deepEqual(await unclearedAccounts(database), [
    {
      marketplace: "one",
      address: CLEARING,
      currency: "INR",
      balance: 177_120,
      oldest_at: TUESDAY,
    },
  ]);
});

test("a trial balance of the past is of the log up to the last entry before it", async (t) => {
  const database = await journalOf(t, [
    { type: "PaymentCaptured", at: MONDAY },
    { type: "BookingCompleted", at: WEDNESDAY },
    { type: "PaymentCaptured", at: TUESDAY, marketplace: "two" },
  ]);
  async function nets(asOf?: string, marketplace?: string) {
    const { position, lines } = await trialBalance(database, { asOf, marketplace });
    for (const { debit, credit } of totals(lines)) t.is(debit, credit);
    const clearing = lines.find(({ address }) => address === CLEARING);
    return { position, lines: lines.length, clearing: clearing?.debit };
  }
  t.deepEqual(await nets("2024-01-01T00:00:00Z"), { position: 0, lines: 0, clearing: undefined });
  t.deepEqual(await nets(MONDAY), { position: 10, lines: 2, clearing: 177_120 });
  t.deepEqual(await nets(TUESDAY, "two"), { position: 30, lines: 2, clearing: 177_120 });
  t.deepEqual(await nets(WEDNESDAY), { position: 20, lines: 4, clearing: 177_120 });
  t.deepEqual(await nets(), { position: 30, lines: 5, clearing: 354_240 });
  t.deepEqual(await nets(undefined, "three"), { position: 30, lines: 0, clearing: undefined });
});

test("an account's balance is summed over marketplaces, or told of one", async (t) => {
  const database = await journalOf(t, [
    { type: "PaymentCaptured", at: MONDAY },
    { type: "PaymentCaptured", at: TUESDAY, marketplace: "two", changes: { amount: 100 } },
  ]);
  async function balance(marketplace?: string) {
    const filter = { prefix: CLEARING, open: true, marketplace };
    return (await accountBalances(database, filter, { limit: 5 })).map((row) => row.balance);
  }
  t.deepEqual(await balance(), [177_220]);
  t.deepEqual(await balance("two"), [100]);
  t.deepEqual(await balance("three"), []);
});
