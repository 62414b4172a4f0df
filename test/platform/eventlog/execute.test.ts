import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import { envelope, openLogWorld } from "../../world/log-world.js";
import { add, tally } from "./tally.js";

const world = await openLogWorld(tally.events);
const { log, clock } = world;
test.after.always(() => world.close());

test("an accepted command gives its state, its events and a position", async (t) => {
  const id = newId();
  const sent = envelope();
  const outcome = await log.execute(tally, id, add(3, { times: 2 }), sent);
  if (isRejection(outcome)) return t.fail(outcome.message);
  t.is(outcome.state, 6);
  t.deepEqual(
    outcome.events.map(({ revision }) => revision),
    [0, 1],
  );
  const stored = await log.history(tally, id);
  t.is(stored.at(-1)?.position, outcome.position);
  t.deepEqual(stored[0]?.metadata, {
    ...sent,
    occurredAt: outcome.events[0]?.metadata.occurredAt ?? "",
    schemaVersion: 1,
  });
});

test("the outcome holds what a later reader finds", async (t) => {
  const id = newId();
  const outcome = await log.execute(tally, id, add(3), envelope());
  if (isRejection(outcome)) return t.fail(outcome.message);
  const [{ data, id: eventId, metadata } = t.fail()] = await log.history(tally, id);
  const [mine] = outcome.events;
  t.deepEqual(mine?.data, data);
  t.false(Object.hasOwn(mine?.data ?? {}, "note"));
  t.deepEqual([mine?.id, mine?.metadata], [eventId, metadata]);
});

test("events happen at business time", async (t) => {
  const id = newId();
  clock.advance(7 * 86_400_000);
  await log.execute(tally, id, add(1), envelope());
  const [event] = await log.history(tally, id);
  const ahead = Date.parse(event?.metadata.occurredAt ?? "") - Date.parse(event?.recordedAt ?? "");
  t.true(ahead > 6 * 86_400_000, `${ahead}`);
});

test("a command that changes nothing appends nothing", async (t) => {
  const id = newId();
  const outcome = await log.execute(tally, id, add(0), envelope());
  t.deepEqual(outcome, { state: 0, events: [], position: 0 });
  t.deepEqual(await log.history(tally, id), []);
});

test("a refusal is given back and appends nothing", async (t) => {
  const id = newId();
  await log.execute(tally, id, add(5), envelope());
  const refused = await log.execute(tally, id, add(-6), envelope());
  t.true(isRejection(refused) && refused.reason === "too_low");
  t.is(await log.load(tally, id), 5);
});

test("the same command again gives its first outcome, whatever has happened since", async (t) => {
  const id = newId();
  const first = envelope();
  const before = await log.execute(tally, id, add(5, { times: 2 }), first);
  await log.execute(tally, id, add(-10), envelope());
  const again = await log.execute(tally, id, add(5, { times: 2 }), first);
  if (isRejection(before) || isRejection(again)) return t.fail();
  t.deepEqual(
    again.events.map((event) => event.id),
    before.events.map((event) => event.id),
  );
  t.is(again.position, before.position);
  t.is(again.state, 0);
  t.is((await log.history(tally, id)).length, 3);
});

test("commands of one stream that come at once are taken one after the other", async (t) => {
  const id = newId();
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, () => log.execute(tally, id, add(1), envelope())),
  );
  t.false(outcomes.some(isRejection));
  t.is(await log.load(tally, id), 40);
});

test("a stream can be read in part, and backwards", async (t) => {
  const id = newId();
  for (const amount of [1, 2, 3, 4]) await log.execute(tally, id, add(amount), envelope());
  const revisions = async (range: Parameters<typeof log.readStream>[1]): Promise<number[]> =>
    (await log.readStream(`tally-${id}`, range)).map(({ revision }) => revision);
  t.deepEqual(await revisions({}), [0, 1, 2, 3]);
  t.deepEqual(await revisions({ from: 1, to: 2 }), [1, 2]);
  t.deepEqual(await revisions({ from: 2 }), [2, 3]);
  t.deepEqual(await revisions({ to: 2, backwards: true }), [2, 1, 0]);
  t.deepEqual(await revisions({ backwards: true, limit: 1 }), [3]);
  t.deepEqual(await log.readStream(`tally-${newId()}`), []);
});
