import test from "ava";
import { EventStoreDBClient } from "@eventstore/db-client";
import { defineAggregate } from "../../../src/kernel/decider.js";
import { personal } from "../../../src/kernel/event-catalogue.js";
import { newId } from "../../../src/kernel/ids.js";
import { collect } from "../../../src/platform/eventlog/reading/collect.js";
import { envelope, openLogWorld } from "../../world/log-world.js";

interface Registered {
  readonly type: "Registered";
  readonly data: {
    readonly account: string;
    readonly tier: string;
    readonly name: string;
    readonly home?: { readonly lat: number; readonly lng: number };
  };
}

const accounts = defineAggregate<Registered["data"], readonly Registered["data"][], Registered>({
  category: "registration",
  initial: [],
  events: { Registered: personal("account", { name: "[erased]", home: { lat: 0, lng: 0 } }) },
  decide: (data) => [{ type: "Registered", data }],
  evolve: (all, { data }) => [...all, data],
});

const world = await openLogWorld(accounts.events);
const { log, vault } = world;
test.after.always(() => world.close());

function asha(account: string): Registered["data"] {
  return {
    account,
    tier: "gold",
    name: "Asha Rao",
    home: { lat: 12.9, lng: 77.6 },
  };
}

async function inFeed(stream: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { events } of log.feed.history(0, 7)) {
    for (const event of events) if (event.stream === stream) found.push(event.data);
  }
  return found;
}

test("personal fields come back as they went in, by every way of reading", async (t) => {
  const account = newId();
  const outcome = await log.execute(accounts, account, asha(account), envelope());
  t.deepEqual("state" in outcome ? outcome.state : [], [asha(account)]);
  const [event] = await log.readStream(`registration-${account}`);
  t.deepEqual(event?.data, asha(account));
  t.deepEqual(await inFeed(`registration-${account}`), [asha(account)]);
});

test("the log itself shows nothing of them", async (t) => {
  const account = newId();
  await log.execute(accounts, account, asha(account), envelope());
  const client = EventStoreDBClient.connectionString(world.nodeUrl);
  const [stored] = await collect(client.readStream(`registration-${account}`));
  await client.dispose();
  t.false(JSON.stringify(stored?.data).includes("Asha"));
  t.deepEqual(Object.keys((stored?.data ?? {}) as object), ["account", "tier", "$personal"]);
});

test("an erased person's fields read as their stand-ins, and nobody else's do", async (t) => {
  const [account, other] = [newId(), newId()];
  await log.execute(accounts, account, asha(account), envelope());
  await log.execute(accounts, other, asha(other), envelope());
  t.true(await vault.erase(account));
  const erased = { account, tier: "gold", name: "[erased]", home: { lat: 0, lng: 0 } };
  t.deepEqual(await inFeed(`registration-${account}`), [erased]);
  t.deepEqual(await log.load(accounts, account), [erased]);
  t.deepEqual(await inFeed(`registration-${other}`), [asha(other)]);
});

test("fields that an event did not have do not appear by an erasure", async (t) => {
  const account = newId();
  const data = { account, tier: "gold", name: "Asha Rao" };
  await log.execute(accounts, account, data, envelope());
  await vault.erase(account);
  t.deepEqual(await inFeed(`registration-${account}`), [{ ...data, name: "[erased]" }]);
});

test("what is written about an erased person is unreadable from the start", async (t) => {
  const account = newId();
  await vault.seal(account, { name: "Asha Rao" }, newId());
  t.true(await vault.erase(account));
  await log.execute(accounts, account, asha(account), envelope());
  const [event] = await log.readStream(`registration-${account}`);
  t.like(event?.data, { name: "[erased]" });
});
