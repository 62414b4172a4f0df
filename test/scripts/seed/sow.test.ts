import test, { type ExecutionContext } from "ava";
import type { Recorded } from "../../../src/kernel/event.js";
import { aggregates } from "../../../src/modules/aggregates.js";
import { pretendPast } from "../../../src/platform/gateways/razorpay/pretend/past.js";
import { rebuild } from "../../../src/platform/projecting/rebuild.js";
import { projections } from "../../../projections/index.js";
import { trialBalance } from "../../../projections/journal/queries/trial-balance.js";
import { EVERYDAY } from "../../../scripts/seed/booking.js";
import { AlreadySown, sow } from "../../../scripts/seed/sow.js";
import { sowInBulk } from "../../../scripts/seed/sow-in-bulk.js";
import { openLogWorld, type LogWorld } from "../../world/log-world.js";

const events = Object.assign({}, ...aggregates.map((aggregate) => aggregate.events));

const KINDS =
  "AccountRegistered PartnerVerified PromotionRedeemed PaymentFailed BookingPlaced BookingPaid " +
  "OfferAccepted OfferDeclined BookingCompleted BookingRated BookingCancelled RefundConfirmed " +
  "CashCollected EarningAccrued CashDebtRecorded PayoutRequested PayoutCompleted";

const UNTIL = Date.parse("2024-03-01");

function sowing(world: LogWorld, seed: string) {
  let count = 0;
  return {
    bookings: 60,
    seed,
    days: 20,
    until: UNTIL,
    courses: EVERYDAY,
    past: pretendPast(world.database),
    written: (more: number) => {
      count += more;
    },
    count: () => count,
  };
}

async function sown(world: LogWorld, seed: string): Promise<number> {
  const parts = sowing(world, seed);
  await sow({ ...parts, log: world.log });
  return parts.count();
}

/** What is written into a log of its own; one after the other, as a process has one log. */
async function sownAlone(seed: string): Promise<Recorded[]> {
  const world = await openLogWorld(events);
  try {
    await sown(world, seed);
    return await wholeLog(world);
  } finally {
    await world.close();
  }
}

/** What an event says, without when and where it was stored. */
function said({ stream, revision, id, type, data, metadata }: Recorded): string {
  return JSON.stringify({ stream, revision, id, type, data, metadata });
}

async function wholeLog(world: LogWorld): Promise<Recorded[]> {
  const all: Recorded[] = [];
  for await (const page of world.log.feed.history(0, 1_000)) all.push(...page.events);
  return all;
}

test.serial("the same seed writes the same events, another one others", async (t) => {
  const second = (await sownAlone("a")).filter(({ stream }) => !stream.startsWith("claim-"));
  const one = await openLogWorld(events);
  t.teardown(() => one.close());
  await sown(one, "a");
  const first = (await wholeLog(one)).filter(({ stream }) => !stream.startsWith("claim-"));
  t.true(first.length > 400);
  t.deepEqual(second.map(said).sort(), first.map(said).sort());
  await t.throwsAsync(sown(one, "a"), { instanceOf: AlreadySown });
  t.is(business(await wholeLog(one)), business(first));
  await sown(one, "b");
  t.true(business(await wholeLog(one)) > 1.5 * business(first));
});

function isBusiness(stream: string): boolean {
  return aggregates.some(({ category }) => stream.startsWith(`${category}-`));
}

function business(log: readonly Recorded[]): number {
  return log.filter(({ stream }) => isBusiness(stream)).length;
}

test.serial("in bulk the same is said, and every cause stands before its effects", async (t) => {
  const first = (await sownAlone("a")).filter(({ stream }) => isBusiness(stream));
  const bulk = await openLogWorld(events);
  t.teardown(() => bulk.close());
  const parts = sowing(bulk, "a");
  await sowInBulk(bulk.log, parts);
  const second = (await wholeLog(bulk)).filter(({ stream }) => isBusiness(stream));
  t.is(parts.count(), second.length);
  t.deepEqual(second.map(told).sort(), first.map(told).sort());
  await balances(t, bulk);
  await sown(bulk, "b");
  t.is(new Set((await wholeLog(bulk)).flatMap(numberOf)).size, 120);
});

/** What happened, but for numbers, which go by who came first, and what is derived from them. */
function told({ stream, type, metadata: { occurredAt } }: Recorded): string {
  return `${stream.startsWith("payout-") ? "payout" : stream} ${type} ${occurredAt}`;
}

function numberOf({ type, data }: Recorded): string[] {
  return type === "BookingPlaced" && "number" in data ? [String(data.number)] : [];
}

test.serial("the traffic is of every kind, and its books balance", async (t) => {
  const world = await openLogWorld(events);
  t.teardown(() => world.close());
  await sown(world, "books");
  const types = new Set((await wholeLog(world)).map(({ type }) => type));
  for (const type of KINDS.split(" ")) t.true(types.has(type), type);
  await balances(t, world);
});

async function balances(t: ExecutionContext, world: LogWorld): Promise<void> {
  const { feed } = world.log;
  const names = projections.map(({ name }) => name);
  const options = { definitions: projections, feed, database: world.database, names };
  const { failed } = await rebuild(options);
  t.deepEqual(failed, []);
  const { lines } = await trialBalance(world.database, {});
  t.true(lines.length > 5);
  const side = (of: "debit" | "credit") => lines.reduce((total, line) => total + line[of], 0);
  t.is(side("debit"), side("credit"));
}
