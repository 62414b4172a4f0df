import test from "ava";
import fc from "fast-check";
import { chance } from "../chaos/seed.js";
import { faultsInBooks } from "../world/books.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { SmallTown, type Resident } from "./small-town.js";
import { steps } from "./steps.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const RUNS = 8;

interface Counters {
  readonly total_bookings: number;
  readonly completed_bookings: number;
  readonly cancelled_bookings: number;
  readonly rating_count: number;
  readonly rating_sum: number;
  readonly pending_payout: number;
  readonly total_earnings: number;
  readonly pending: number;
  readonly earned: number;
}

/** Where the partner's counters differ from what the answers and the earnings add up to. */
async function wrongCounters({ worker, counted }: Resident): Promise<readonly string[]> {
  const [row] = await world.service.foundation.database.rows<Counters>(
    `SELECT p.*, e.* FROM partners p,
       LATERAL (SELECT coalesce(sum(amount), 0)::bigint AS earned,
                  coalesce(sum(amount) FILTER (WHERE status = 'pending'), 0)::bigint AS pending
                  FROM earnings WHERE provider_id = p.id) e
      WHERE p.id = $1`,
    [worker.id],
  );
  if (row === undefined) return ["the partner is gone"];
  const pairs: readonly (readonly [string, number, number])[] = [
    ["total_bookings", row.total_bookings, counted.total],
    ["completed_bookings", row.completed_bookings, counted.completed],
    ["cancelled_bookings", row.cancelled_bookings, counted.cancelled],
    ["rating_count", row.rating_count, counted.stars.length],
    ["rating_sum", row.rating_sum, counted.stars.reduce((sum, stars) => sum + stars, 0)],
    ["pending_payout", row.pending_payout, row.pending],
    ["total_earnings", row.total_earnings, row.earned],
  ];
  return pairs.flatMap(([name, is, should]) =>
    is === should ? [] : [`${name} is ${is} and should be ${should}`],
  );
}

test("after any course of business the books balance and the counters are right", async (t) => {
  t.timeout(1_200_000);
  const { seed } = chance();
  t.log(`CHAOS_SEED=${seed}`);
  const property = fc.asyncProperty(steps, async (course) => {
    const town = await SmallTown.found(world);
    for (const step of course) await town.take(step);
    const wrong = [...(await faultsInBooks(world.service.foundation.database))];
    for (const partner of town.partners) wrong.push(...(await wrongCounters(partner)));
    if (wrong.length > 0) throw new Error([...wrong, ...town.story].join("\n"));
  });
  await fc.assert(property, { numRuns: RUNS, seed, endOnFailure: true });
  t.pass();
});
