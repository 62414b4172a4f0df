import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import { DAY } from "../../../src/kernel/clock.js";
import { defineProcess } from "../../../src/kernel/process.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import { parkedReactions } from "../../../src/platform/processing/parked-reactions.js";
import { MOST_ATTEMPTS } from "../../../src/platform/processing/retries.js";
import { envelope } from "../../world/log-world.js";
import { eventually } from "../../world/eventually.js";
import { createDeadlines, openProcessWorld, questions, run, type Asked } from "./world.js";

const world = await openProcessWorld();
await createDeadlines(world);
const { log, database, clock } = world;

const tried: string[] = [];
let release: () => void = () => undefined;
const gate = new Promise<void>((resolve) => {
  release = resolve;
});

/** Tells the outside, which hangs, breaks or takes it by what is told. */
const telling = defineProcess<Asked>({
  name: "tell-outside",
  outward: { freshFor: DAY },
  on: {
    async Asked({ data: { question } }) {
      tried.push(question);
      if (question === "hang") await gate;
      if (question.startsWith("broken")) throw new Error("nobody listens");
      return [];
    },
  },
});

const processes = run(world, [telling]);
test.after.always(async () => {
  release();
  await processes.stop();
  await world.close();
});

const ask = async (question: string): Promise<number> => {
  const outcome = await log.execute(questions, newId(), { type: "Ask", question }, envelope());
  if (isRejection(outcome)) throw new Error(outcome.message);
  return outcome.position;
};

const triedTimes = (question: string): number => tried.filter((each) => each === question).length;

test.serial("what hangs outside holds up nobody inside", async (t) => {
  const position = await ask("hang");
  t.true(await processes.settled(position, 120_000));
  await eventually("told outside", async () => (triedTimes("hang") === 1 ? true : undefined));
  t.true(await processes.settled(await ask("next"), 120_000));
  release();
  await eventually("the next", async () => (triedTimes("next") === 1 ? true : undefined));
  t.is(triedTimes("hang"), 1);
});

test.serial("what fails outside is tried again and parked in the end", async (t) => {
  await ask("broken");
  // News that has grown old before anybody saw it would not be told at all.
  await eventually("told outside", async () => (triedTimes("broken") > 0 ? true : undefined));
  await eventually("parked", async () => {
    clock.advance(20 * 60_000);
    const parked = await parkedReactions(database);
    return parked.length === 1 ? true : undefined;
  });
  t.is(triedTimes("broken"), MOST_ATTEMPTS);
});

test.serial("old news is not told", async (t) => {
  await processes.stop();
  const position = await ask("stale");
  clock.advance(2 * DAY);
  const later = run(world, [telling]);
  t.true(await later.settled(position, 120_000));
  t.true(await later.settled(await ask("fresh"), 120_000));
  await eventually("fresh", async () => (triedTimes("fresh") === 1 ? true : undefined));
  t.is(triedTimes("stale"), 0);
  await later.stop();
});
