import test from "ava";
import fc from "fast-check";
import { newId } from "../../../src/kernel/ids.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import { envelope, openLogWorld } from "../../world/log-world.js";
import { separateExecutors } from "./executors.js";
import { add, tally } from "./tally.js";

const world = await openLogWorld(tally.events);
const executors = separateExecutors(world, 3);
test.after.always(() => world.close());

/** One try of one command, by one of three processes, after a while. */
const tries = fc.array(
  fc.record({
    command: fc.nat({ max: 5 }),
    process: fc.nat({ max: 2 }),
    delay: fc.nat({ max: 4 }),
    events: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 14 },
);

test("whatever the interleaving of tries, a command is appended once", async (t) => {
  await fc.assert(
    fc.asyncProperty(tries, async (plan) => {
      const id = newId();
      const outcomes = await Promise.all(
        plan.map(async ({ command, process, delay, events }) => {
          await new Promise((resolve) => setTimeout(resolve, delay));
          const sent = envelope(`${id}-${command}`);
          const executor = executors[process] ?? t.fail();
          // Two tries of one command may even disagree on what they want: one of them rules.
          return executor.execute(tally, id, add(10 ** command, { times: events }), sent);
        }),
      );
      const stored = await world.log.history(tally, id);
      const commands = stored.map(({ metadata }) => metadata.commandId);
      for (const [index, outcome] of outcomes.entries()) {
        if (isRejection(outcome)) throw new Error(outcome.message);
        const commandId = `${id}-${plan[index]?.command}`;
        const mine = stored.filter(({ metadata }) => metadata.commandId === commandId);
        t.deepEqual(
          outcome.events.map(({ id: eventId, data }) => [eventId, data]),
          mine.map(({ id: eventId, data }) => [eventId, data]),
        );
        t.is(commands.lastIndexOf(commandId) - commands.indexOf(commandId) + 1, mine.length);
      }
      t.is(new Set(commands).size, new Set(plan.map(({ command }) => command)).size);
    }),
    { numRuns: 40 },
  );
});
