import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import { defineProcess, send, type Deadline } from "../../../src/kernel/process.js";
import { watchProcesses } from "../../../src/platform/processing/watch-processes.js";
import { eventually } from "../../world/eventually.js";
import { answers, createDeadlines, openProcessWorld, run, setDeadline } from "./world.js";

const world = await openProcessWorld();
const { log, database, clock } = world;
await createDeadlines(world);

const seen: Deadline[] = [];
let broken = true;

const expiring = defineProcess({
  name: "expire-offers",
  due: {
    offer: (deadline) => {
      seen.push(deadline);
      return [send(answers, deadline.subject, { type: "Answer", to: "expired" })];
    },
    refused: (deadline) => {
      seen.push(deadline);
      return [send(answers, deadline.subject, { type: "Answer", to: "" })];
    },
    poison: (deadline) => {
      if (broken) throw new Error("indigestible");
      return [send(answers, deadline.subject, { type: "Answer", to: "late" })];
    },
  },
});

const processes = run(world, [expiring]);
test.after.always(async () => {
  await processes.stop();
  await world.close();
});

const times = (subject: string): number => seen.filter((one) => one.subject === subject).length;

test.serial("a deadline is acted on once it has passed, and not before", async (t) => {
  const subject = newId();
  await setDeadline(world, "offer", subject, 900_000);
  t.deepEqual(await processes.runDueNow(), { delivered: 0 });
  clock.advance(800_000);
  t.deepEqual(await processes.runDueNow(), { delivered: 0 });
  clock.advance(100_000);
  await eventually("the offer has expired", async () => {
    await processes.runDueNow();
    return (await log.history(answers, subject)).length === 1 ? true : undefined;
  });
  const { kind, marketplace, data } = seen.find((one) => one.subject === subject) ?? t.fail();
  t.deepEqual([kind, marketplace, data], ["offer", "minuteserv", { note: "x" }]);
  t.is((await log.history(answers, subject))[0]?.metadata.marketplace, "minuteserv");
});

test.serial("a deadline whose row stays is acted on once all the same", async (t) => {
  const subject = newId();
  await setDeadline(world, "refused", subject, -1);
  await eventually("it was tried", async () => (times(subject) > 0 ? true : undefined));
  for (let round = 0; round < 3; round += 1) await processes.runDueNow();
  t.is(times(subject), 1);
});

test.serial("the same subject may have a later deadline again", async (t) => {
  const subject = newId();
  await setDeadline(world, "offer", subject, -1_000);
  await eventually("it was tried", async () => (times(subject) === 1 ? true : undefined));
  await processes.runDueNow();
  await database.rows("delete from read.deadlines where subject = $1", [subject]);
  await setDeadline(world, "offer", subject, 0);
  await eventually("it was tried again", async () => (times(subject) === 2 ? true : undefined));
  await processes.runDueNow();
  t.is((await log.history(answers, subject)).length, 2);
});

test.serial("a reaction to a deadline that throws is tried again", async (t) => {
  const subject = newId();
  await setDeadline(world, "poison", subject, -1);
  await eventually("its failure is noted", async () => {
    const [row] = await database.rows("select * from ops.process_retries");
    return row;
  });
  broken = false;
  clock.advance(10_000);
  await eventually("it has healed", async () => {
    await processes.runDueNow();
    const waiting = await database.rows("select * from ops.process_retries");
    return waiting.length === 0 ? true : undefined;
  });
  t.is((await log.history(answers, subject)).length, 1);
});

test.serial("a process that runs no reactions can ask for what is due, and wait", async (t) => {
  const subject = newId();
  const elsewhere = watchProcesses(database, log.feed);
  await setDeadline(world, "offer", subject, -1);
  await elsewhere.runDueNow();
  t.is((await log.history(answers, subject)).length, 1);
  t.true(await elsewhere.settled(await log.feed.end(), 120_000));
  elsewhere.close();
});
