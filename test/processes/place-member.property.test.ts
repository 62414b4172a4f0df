import test from "ava";
import fc from "fast-check";
import type { Commands } from "../../src/kernel/commands.js";
import { newId } from "../../src/kernel/ids.js";
import { isRejection } from "../../src/kernel/rejection.js";
import { accounts } from "../../src/modules/account/account.js";
import type { NodeEvent, SeatTaken, TopPlace } from "../../src/modules/network/events.js";
import type { Network } from "../../src/modules/network/network.js";
import { nodes } from "../../src/modules/network/node.js";
import { ReferralTree } from "../../src/modules/network/referral-tree.js";
import { placeMember } from "../../src/processes/placing/place-member.js";
import { separateExecutors } from "../platform/eventlog/executors.js";
import { envelope, openLogWorld } from "../world/log-world.js";

const world = await openLogWorld({ ...accounts.events, ...nodes.events });
const PROCESSES = 3;
const executors = separateExecutors(world, PROCESSES);
test.after.always(() => world.close());

class Killed extends Error {
  override readonly name = "Killed";
}

/** A process' way to the log; one that is to die does so between the two streams. */
function commandsOf(process: number, dies: boolean): Commands {
  const executor = executors[process];
  if (executor === undefined) throw new Error(`there is no process ${process}`);
  return {
    load: (aggregate, id) => world.log.load(aggregate, id),
    history: (aggregate, id) => world.log.history(aggregate, id),
    async execute(aggregate, id, command, sent) {
      const outcome = await executor.execute(aggregate, id, command, sent);
      const type = typeof command === "object" && command !== null && "type" in command;
      if (dies && type && command.type === "TakeSeat") throw new Killed();
      return outcome;
    },
  };
}

/** A process that never sees what others do: it hears of them by being refused alone. */
function blindNetwork(): Network {
  const tree = new ReferralTree();
  let last = Promise.resolve();
  return {
    current: () => Promise.resolve(tree),
    inTurn(work) {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

const nothing = { rows: () => Promise.reject(new Error("nothing is read here")) };

async function register(accountId: string, number: number, referredBy: string | null) {
  const profile = { name: null, phone: null, email: null };
  const who = { accountId, kind: "member", role: "user", profile, number, referredBy } as const;
  const done = await world.log.execute(
    accounts,
    accountId,
    { type: "RegisterAccount", ...who, person: null },
    envelope(),
  );
  if (isRejection(done)) throw new Error(done.message);
}

/** Each member's sponsor, one of those before them (0 is the top), and the tries to place them. */
const newcomers = fc.array(
  fc.record({
    sponsor: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat() }),
    tries: fc.array(fc.record({ process: fc.nat(PROCESSES - 1), dies: fc.boolean() }), {
      maxLength: 3,
    }),
  }),
  { minLength: 1, maxLength: 14 },
);

interface Newcomer {
  readonly sponsor: number;
  readonly tries: readonly { readonly process: number; readonly dies: boolean }[];
}

/** Registers everybody and has all of them placed at once, by several processes, some dying. */
async function placeAll(plan: readonly Newcomer[]): Promise<readonly string[]> {
  const ids = [newId()];
  await register(ids[0] ?? "", 1, null);
  for (const [index, { sponsor }] of plan.entries()) {
    const id = newId();
    await register(id, index + 2, ids[sponsor % ids.length] ?? null);
    ids.push(id);
  }
  const networks = Array.from({ length: PROCESSES }, blindNetwork);
  const place = async (member: number, process: number, dies: boolean): Promise<void> => {
    const network = networks[process] ?? blindNetwork();
    const ports = { network, reads: nothing, commands: commandsOf(process, dies) };
    await placeMember(ids[member] ?? "", ports, envelope()).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
  };
  const tries = plan.flatMap((each, index) =>
    each.tries.map(({ process, dies }) => place(index + 1, process, dies)),
  );
  await Promise.all(tries);
  // Who died is followed by somebody who tries again.
  for (const [index] of plan.entries()) await place(index + 1, index % PROCESSES, false);
  return ids;
}

async function factsOf(ids: readonly string[]): Promise<readonly NodeEvent[]> {
  const histories = await Promise.all(ids.map((id) => world.log.history(nodes, id)));
  return histories.flat().map(({ type, data }) => ({ type, data }) as NodeEvent);
}

/** Everybody's path from the top, by member; the top's is empty. */
function pathsOf(places: readonly (SeatTaken | TopPlace)[]): ReadonlyMap<string, string> {
  const byId = new Map(places.map((place) => [place.memberId, place]));
  const path = (id: string): string => {
    const place = byId.get(id);
    if (place === undefined || place.parentId === null) return "";
    return `${path(place.parentId)}${place.side === "left" ? "L" : "R"}`;
  };
  return new Map(places.map(({ memberId }) => [memberId, path(memberId)]));
}

/** The first paths level by level, from left to right. */
function breadthFirst(count: number): readonly string[] {
  const paths = [""];
  for (const path of paths) {
    if (paths.length >= count) break;
    paths.push(`${path}L`, `${path}R`);
  }
  return paths.slice(0, count);
}

test("many members placed at once: each in one place, each place once", async (t) => {
  await fc.assert(
    fc.asyncProperty(newcomers, async (plan) => {
      const ids = await placeAll(plan);
      const facts = await factsOf(ids);
      const placed = facts.flatMap((each) => (each.type === "MemberPlaced" ? [each.data] : []));
      const taken = facts.flatMap((each) => (each.type === "SeatTaken" ? [each.data] : []));
      t.deepEqual(placed.map(({ memberId }) => memberId).toSorted(), [...ids].toSorted());
      const seats = placed.filter(({ parentId }) => parentId !== null);
      const byMember = (one: { memberId: string }, other: { memberId: string }) =>
        one.memberId < other.memberId ? -1 : 1;
      t.deepEqual<unknown, unknown>(seats.toSorted(byMember), taken.toSorted(byMember));
      const paths = pathsOf(placed);
      t.is(new Set(paths.values()).size, ids.length);
      for (const place of placed) {
        const path = paths.get(place.memberId) ?? "nowhere";
        t.is(place.level, path.length);
        if (place.parentId === null) continue;
        const sponsor = (plan[place.number - 2]?.sponsor ?? 0) % (place.number - 1);
        t.is(ids[sponsor], place.sponsorId);
        t.true(path.startsWith(paths.get(place.sponsorId) ?? "none"));
      }
    }),
    { numRuns: 8 },
  );
});

test("many members placed at once under one sponsor fill it level by level", async (t) => {
  const everywhere = [
    { process: 0, dies: false },
    { process: 1, dies: true },
    { process: 2, dies: false },
  ];
  const plan = Array.from({ length: 20 }, () => ({ sponsor: 0, tries: everywhere }));
  const ids = await placeAll(plan);
  const facts = await factsOf(ids);
  const placed = facts.flatMap((each) => (each.type === "MemberPlaced" ? [each.data] : []));
  const paths = [...pathsOf(placed).values()];
  t.deepEqual(paths.toSorted(), breadthFirst(21).toSorted());
  t.is(facts.filter(({ type }) => type === "SeatTaken").length, 20);
});
