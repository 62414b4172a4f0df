import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import { claimsOver } from "../../../src/platform/eventlog/claims/claims.js";
import { envelope, openLogWorld } from "../../world/log-world.js";
import { separateExecutors } from "./executors.js";

const world = await openLogWorld({});
const { log, vault } = world;
const executors = separateExecutors(world, 4);
const processes = executors.map((executor) =>
  claimsOver(
    {
      execute: (aggregate, id, command, sent) => executor.execute(aggregate, id, command, sent),
      load: (aggregate, id) => log.load(aggregate, id),
      history: (aggregate, id) => log.history(aggregate, id),
    },
    vault,
  ),
);
test.after.always(() => world.close());

function phone(owner: string, value: string) {
  return { scope: "customer.phone", value, owner };
}

test("of all who race for a value exactly one gets it, and all learn who", async (t) => {
  for (let round = 0; round < 10; round += 1) {
    const value = newId();
    const answers = await Promise.all(
      processes.flatMap((claims, process) =>
        [1, 2].map((n) => claims.take(phone(`owner-${process}-${n}`, value), envelope())),
      ),
    );
    t.is(new Set(answers).size, 1);
    t.is(await log.claims.owner("customer.phone", value), answers[0]);
  }
});

test("only the owner can free a value, and then anyone can take it", async (t) => {
  const value = newId();
  await log.claims.take(phone("asha", value), envelope());
  await log.claims.release(phone("ravi", value), envelope());
  t.is(await log.claims.owner("customer.phone", value), "asha");
  await log.claims.release(phone("asha", value), envelope());
  t.is(await log.claims.owner("customer.phone", value), undefined);
  t.is(await log.claims.take(phone("ravi", value), envelope()), "ravi");
});

test("one and the same command may take, free and take again", async (t) => {
  const value = newId();
  const sent = envelope();
  t.is(await log.claims.take(phone("asha", value), sent), "asha");
  await log.claims.release(phone("asha", value), sent);
  t.is(await log.claims.take(phone("asha", value), sent), "asha");
  t.is(await log.claims.owner("customer.phone", value), "asha");
});

test("equal values in two scopes are two claims", async (t) => {
  const value = newId();
  await log.claims.take({ scope: "a", value, owner: "asha" }, envelope());
  t.is(await log.claims.take({ scope: "b", value, owner: "ravi" }, envelope()), "ravi");
});

test("the log never sees the value", async (t) => {
  const value = `+91${newId()}`;
  await log.claims.take(phone("asha", value), envelope());
  for await (const { events } of log.feed.history(0, 500)) {
    t.false(JSON.stringify(events).includes(value));
  }
});
