import test from "ava";
import type { Recorded } from "../../../src/kernel/event.js";
import { aggregates } from "../../../src/modules/aggregates.js";
import { pretendPast } from "../../../src/platform/gateways/razorpay/pretend/past.js";
import { rebuild } from "../../../src/platform/projecting/rebuild.js";
import { projections } from "../../../projections/index.js";
import { trialBalance } from "../../../projections/journal/queries/trial-balance.js";
import { EVERYDAY } from "../../../scripts/seed/booking.js";
import { AlreadySown, sow } from "../../../scripts/seed/sow.js";
import { openLogWorld, type LogWorld } from "../../world/log-world.js";

const events = Object.assign({}, ...aggregates.map((aggregate) => aggregate.events));

const KINDS =
  "AccountRegistered PartnerVerified PromotionRedeemed PaymentFailed BookingPlaced BookingPaid " +
  "OfferAccepted OfferDeclined BookingCompleted BookingRated BookingCancelled RefundConfirmed " +
  "CashCollected EarningAccrued CashDebtRecorded PayoutRequested PayoutCompleted";

const UNTIL = Date.parse("2024-03-01");

async function sown(world: LogWorld, seed: string): Promise<number> {
  let count = 0;
  await sow({
    bookings: 60,
    seed,
    days: 20,
    until: UNTIL,
    courses: EVERYDAY,
    log: world.log,
    past: pretendPast(world.database),
    written: (more) => {
      count += more;
    },
  });
  return count;
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

test("the same seed writes the same events, another one others", async (t) => {
  const worlds = await Promise.all([openLogWorld(events), openLogWorld(events)]);
  t.teardown(() => Promise.all(worlds.map((world) => world.close())));
  const [one, other] = worlds;
  await sown(one, "a");
  await sown(other, "a");
  const first = (await wholeLog(one)).filter(({ stream }) => !stream.startsWith("claim-"));
  const second = (await wholeLog(other)).filter(({ stream }) => !stream.startsWith("claim-"));
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

test("the traffic is of every kind, and its books balance", async (t) => {
  const world = await openLogWorld(events);
  t.teardown(() => world.close());
  await sown(world, "books");
  const types = new Set((await wholeLog(world)).map(({ type }) => type));
  for (const type of KINDS.split(" ")) t.true(types.has(type), type);
  const { feed } = world.log;
  const names = projections.map(({ name }) => name);
  const options = { definitions: projections, feed, database: world.database, names };
  const { failed } = await rebuild(options);
  t.deepEqual(failed, []);
  const { lines } = await trialBalance(world.database, {});
  t.true(lines.length > 5);
  const side = (of: "debit" | "credit") => lines.reduce((total, line) => total + line[of], 0);
  t.is(side("debit"), side("credit"));
});
