import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import test from "ava";
import type { ExecutionContext } from "ava";
import type { Answer } from "../world/answer.js";
import { faultsInBooks } from "../world/books.js";
import { askPayout, balanceOf, booked, fund } from "../world/ev-money.js";
import { newMember } from "../world/ev-papers.js";
import { admin } from "../world/ev.js";
import { eventually } from "../world/eventually.js";
import type { Gate } from "../world/gate.js";
import { openGatedWorld, type GatedWorld } from "./gated-world.js";
import { patiently } from "./patiently.js";

let world: GatedWorld;

test.before(async () => {
  world = await openGatedWorld();
});

test.after.always(() => world.close());

/** Milliseconds that a store is away. */
const OUTAGE = 5_000;

/** A member with 5000.00 in the wallet, and requests that move it, each under its key. */
async function someMoney() {
  const [member, boss] = [await newMember(world), await admin(world)];
  const booking = await booked(member, { total_amount: 6_000 });
  await fund(world, member, 5_000);
  const payout = (await askPayout(member, 1_000)).number("id");
  const keyed = (client: typeof member.client) => client.with({ "idempotency-key": randomUUID() });
  const [paying, processing] = [keyed(member.client), keyed(boss.client)];
  const path = `/api/booking/bookings/${booking}`;
  const instalment = { amount: 4_000, payment_method: "wallet" };
  return {
    member,
    pay: () => paying.post(`${path}/make_payment/`, instalment),
    process: () => processing.post(`/api/payout/${payout}/process/`, {}),
    look: () => member.client.get(`${path}/`),
  };
}

/** Told in the document's shape, with when to come back. */
function assertAway(t: ExecutionContext, { status, body, raw, headers }: Answer): void {
  t.is(status, 503, raw);
  t.regex(headers.get("retry-after") ?? "", /^\d+$/);
  t.deepEqual(Object.keys(body as object), ["detail"], raw);
}

async function goesAndComes(t: ExecutionContext, gate: Gate, store: "log" | "database") {
  t.timeout(1_200_000);
  const { member, pay, process, look } = await someMoney();
  gate.refuse();
  const until = Date.now() + OUTAGE;
  do {
    const needing = store === "log" ? [pay, process] : [pay, process, look];
    for (const answer of await Promise.all(needing.map((send) => send()))) assertAway(t, answer);
    await pause(500);
  } while (Date.now() < until);
  gate.open();
  const [paid, processed] = await Promise.all([patiently(pay), patiently(process)]);
  t.is(paid.status, 201, paid.raw);
  t.is(processed.status, 200, processed.raw);
  t.like((await patiently(look)).body, { total_paid: "4000.00", remaining_amount: "2000.00" });
  // What is held leaves the wallet a step later, and this service has its usual patience alone.
  await eventually("what was held has left", async () => {
    return (await balanceOf(member)) === "0.00" ? true : undefined;
  });
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
  t.is(await balanceOf(member), "0.00");
}

test.serial("the event node goes and comes: members are told, and nothing is moved twice", (t) =>
  goesAndComes(t, world.logGate, "log"),
);

test.serial("PostgreSQL goes and comes: members are told, and nothing is moved twice", (t) =>
  goesAndComes(t, world.databaseGate, "database"),
);
