import test from "ava";
import { defineAggregate } from "../../../src/kernel/decider.js";
import { PLAIN, type EventTypeDescription } from "../../../src/kernel/event-catalogue.js";
import { newId } from "../../../src/kernel/ids.js";
import { envelope, openLogWorld } from "../../world/log-world.js";

interface Priced {
  readonly type: "Priced";
  readonly data: object;
}

/** The aggregate as it is written after so many versions. */
function pricing(description: EventTypeDescription) {
  return defineAggregate<object, readonly object[], Priced>({
    category: "pricing",
    initial: [],
    events: { Priced: description },
    decide: (data) => [{ type: "Priced", data }],
    evolve: (seen, { data }) => [...seen, data],
  });
}

const first = pricing(PLAIN);
const third = pricing({
  version: 3,
  upcasters: {
    1: ({ rupees }) => ({ paise: Number(rupees) * 100 }),
    2: (data) => ({ ...data, currency: "INR" }),
  },
});

const world = await openLogWorld({ ...third.events });
const { log } = world;
test.after.always(() => world.close());

test("old events are lifted step by step, wherever they are read", async (t) => {
  const id = newId();
  await log.execute(first, id, { rupees: 12 }, envelope());
  await log.execute(third, id, { paise: 700, currency: "USD" }, envelope());
  const today = [
    { paise: 1200, currency: "INR" },
    { paise: 700, currency: "USD" },
  ];
  t.deepEqual(
    (await log.readStream(`pricing-${id}`)).map(({ data }) => data),
    today,
  );
  t.deepEqual(
    (await log.history(third, id)).map(({ data }) => data),
    today,
  );
});

test("the feed hands out lifted events", async (t) => {
  const id = newId();
  await log.execute(first, id, { rupees: 3 }, envelope());
  const seen: unknown[] = [];
  for await (const page of log.feed.history(0, 100)) {
    for (const { stream, data } of page.events) if (stream === `pricing-${id}`) seen.push(data);
  }
  t.deepEqual(seen, [{ paise: 300, currency: "INR" }]);
});

test("a version without a way to today is a loud mistake", async (t) => {
  const id = newId();
  await log.execute(first, id, { rupees: 3 }, envelope());
  const broken = pricing({ version: 2 });
  await t.throwsAsync(log.history(broken, id), { message: /no upcaster from version 1/ });
});

test("data of a newer version than the program knows is left alone", async (t) => {
  const id = newId();
  await log.execute(third, id, { paise: 5 }, envelope());
  const [event] = await log.history(first, id);
  t.deepEqual(event?.data, { paise: 5 });
});
