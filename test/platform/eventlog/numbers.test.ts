import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import { numbersOver } from "../../../src/platform/eventlog/numbers/numbers.js";
import { Slots } from "../../../src/platform/eventlog/writing/slots.js";
import { envelope, openLogWorld } from "../../world/log-world.js";
import { separateExecutors } from "./executors.js";

const world = await openLogWorld({});
const { log, clock } = world;
const executors = separateExecutors(world, 3);
const slots = new Slots();
const processes = executors.map((executor) =>
  numbersOver({
    connection: world.connection,
    slots,
    clock,
    commands: {
      execute: (aggregate, id, command, sent) => executor.execute(aggregate, id, command, sent),
      load: (aggregate, id) => log.load(aggregate, id),
      history: (aggregate, id) => log.history(aggregate, id),
    },
  }),
);
test.after.always(() => world.close());

test("numbers begin at 1 and follow one another", async (t) => {
  const sequence = newId();
  for (const expected of [1, 2, 3]) t.is(await log.numbers.next(sequence, envelope()), expected);
});

test("no number is given twice by any number of processes", async (t) => {
  const sequence = newId();
  const numbers = await Promise.all(
    processes.flatMap((process) =>
      Array.from({ length: 40 }, () => process.next(sequence, envelope())),
    ),
  );
  t.is(new Set(numbers).size, 120);
  t.deepEqual([Math.min(...numbers), Math.max(...numbers)], [1, 120]);
});

test("a command that is tried again gets its number again, on whatever process", async (t) => {
  const sequence = newId();
  const sent = envelope();
  const tries = await Promise.all(processes.map((numbers) => numbers.next(sequence, sent)));
  for (let other = 0; other < 5; other += 1) await log.numbers.next(sequence, envelope());
  tries.push(await log.numbers.next(sequence, sent));
  t.is(new Set(tries).size, 1);
});

test("one command can have numbers of several sequences", async (t) => {
  const [one, two] = [newId(), newId()];
  const sent = envelope();
  await log.numbers.next(one, envelope());
  t.is(await log.numbers.next(one, sent), 2);
  t.is(await log.numbers.next(two, sent), 1);
  t.is(await log.numbers.next(one, sent), 2);
});
