import test from "ava";
import type { ExecutionContext } from "ava";
import fc from "fast-check";
import { projections } from "../../projections/index.js";
import type { EventLog } from "../../src/platform/eventlog/event-log.js";
import { verify } from "../../src/platform/projecting/verify.js";
import { DEMO_PASSWORD } from "../../src/sandbox/demo/logins.js";
import { assertAcknowledged, assertLedgerAgrees } from "../properties/club-laws.js";
import { clubSteps, type ClubStep } from "../properties/club-steps.js";
import { Club } from "../properties/club.js";
import { faultsInBooks } from "../world/books.js";
import { eventually } from "../world/eventually.js";
import { openMortalService, type MortalService } from "./mortal-service.js";
import { Newcomers } from "./newcomers.js";
import { patiently } from "./patiently.js";
import { chance } from "./seed.js";

/** After each of these something is left to be done on another stream. */
const TRIGGERS = [
  "AccountRegistered",
  "SeatTaken",
  "AccountActivated",
  "PairMatched",
  "WalletCredited",
  "WalletHoldPlaced",
  "InstalmentPaid",
  "PayoutRequested",
  "PayoutSent",
  "PayoutCompleted",
  "BookingCancelled",
];
const CLUBS = 3;
/** More than a club gets through. */
const COURSES = 12;

/** Milliseconds that are waited for an event to kill after; then any moment does. */
const PATIENCE = 10_000;

/** Every member becomes an Active Buyer by the wallet, then pairs are there, and payouts. */
function opening(): readonly ClubStep[] {
  const members = [0, 1, 2, 3];
  return [
    ...members.flatMap((who): ClubStep[] => [
      { kind: "deposit", who, amount: 8_000 },
      { kind: "book", who, total: 6_000, emi: true },
      { kind: "pay", booking: who, amount: 5_000, by: "wallet" },
    ]),
    { kind: "pair", who: 0 },
    ...members.flatMap((who): ClubStep[] => [
      { kind: "ask", who, amount: 999.99, emi: true },
      { kind: "process", payout: who },
      { kind: who === 3 ? "reject" : "complete", payout: who },
    ]),
    { kind: "cancel", booking: 3 },
  ];
}

/** In EV Distribution's words a request under way is a 409 like others: none else is expected. */
const patient: typeof patiently = (send) =>
  patiently(async () => {
    const answer = await send();
    if (answer.status === 409) throw new Error(`under way: ${answer.raw}`);
    return answer;
  });

/** The type of the next event that is one of these; undefined when patience is over. */
async function next(log: EventLog, types: readonly string[]): Promise<string | undefined> {
  const over = AbortSignal.timeout(PATIENCE);
  for await (const { events } of log.feed.live(await log.feed.end(), 1, over)) {
    const seen = events.find(({ type }) => types.includes(type));
    if (seen !== undefined) return seen.type;
  }
  return undefined;
}

/** Each club takes its own course, until it is over or told to stop. */
async function live(clubs: readonly Club[], seed: number, stop: AbortSignal): Promise<void> {
  const courses = fc.sample(clubSteps, { seed, numRuns: CLUBS * COURSES });
  await Promise.all(
    clubs.map(async (club, number) => {
      const mine = courses.filter((_, index) => index % CLUBS === number).flat();
      for (const step of [...opening(), ...mine]) {
        if (stop.aborted) return;
        await club.take(step);
      }
    }),
  );
}

async function assertWhole(t: ExecutionContext, service: MortalService, clubs: readonly Club[]) {
  const { http, log, database } = service;
  t.deepEqual(await faultsInBooks(database), []);
  await assertAcknowledged(database, clubs);
  const who = { username: "finance1", password: DEMO_PASSWORD };
  const session = await http.post("/operations/login", who);
  const finance = http.at("/operations").as(session.text("access"));
  const everyone = clubs.flatMap(({ members }) => members);
  await assertLedgerAgrees(finance, everyone);
  const stores = { definitions: projections, feed: log.feed, database };
  const { compared, failed } = await verify({ ...stores, names: [] });
  t.deepEqual(failed, []);
  t.deepEqual(
    compared.filter(({ differing }) => differing > 0),
    [],
  );
}

test("killed after any step of a member's money, it finishes what was begun", async (t) => {
  t.timeout(1_200_000);
  const { seed, shuffled } = chance();
  t.log(`CHAOS_SEED=${seed}`);
  const service = await openMortalService();
  const { http, log, database } = service;
  const closing = new AbortController();
  try {
    const clubs: Club[] = [];
    for (let count = 0; count < CLUBS; count += 1) clubs.push(await Club.found({ http }, patient));
    const newcomers = new Newcomers(log, database);
    const working = Promise.all([
      live(clubs, seed, closing.signal),
      newcomers.arriveUntil(closing.signal),
    ]);
    working.catch(() => undefined);
    for (let left = shuffled(TRIGGERS); left.length > 0;) {
      const seen = await Promise.race([next(log, left), working.then(() => undefined)]);
      await service.killAndStart();
      t.log(`kill -9 after ${seen ?? "nothing of interest"}`);
      left = left.filter((type) => type !== (seen ?? left[0]));
    }
    closing.abort();
    await working;
    t.log(`${clubs.reduce((sum, { story }) => sum + story.length, 0)} requests`);
    await eventually("every newcomer's place", async () => {
      return (await newcomers.unplaced()) === 0 ? true : undefined;
    });
    await assertWhole(t, service, clubs);
    t.is(await service.end("SIGTERM"), 0, service.said());
  } catch (error) {
    t.log(service.said());
    throw error;
  } finally {
    closing.abort();
    await service.close();
  }
});
