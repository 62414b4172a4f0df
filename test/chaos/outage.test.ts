import { setTimeout as pause } from "node:timers/promises";
import test from "ava";
import type { ExecutionContext } from "ava";
import { projections } from "../../projections/index.js";
import { verify } from "../../src/platform/projecting/verify.js";
import type { Answer } from "../world/answer.js";
import { faultsInBooks } from "../world/books.js";
import { eventually } from "../world/eventually.js";
import type { Gate } from "../world/gate.js";
import {
  book,
  customer,
  newKey,
  newPhone,
  pay,
  prepared,
  serviceIds,
} from "../world/minuteserv.js";
import { openGatedWorld, type GatedWorld } from "./gated-world.js";
import { patiently } from "./patiently.js";

let world: GatedWorld;

test.before(async () => {
  world = await openGatedWorld();
});

test.after.always(() => world.close());

/** Milliseconds that a store is away; silence is the harder case. */
const OUTAGE = { refuse: 8_000, freeze: 20_000 };

/** Milliseconds after which a request hangs, on any machine; a few seconds are usual. */
const HANG = 45_000;

interface Outage {
  readonly gate: Gate;
  readonly how: "refuse" | "freeze";
  /** Its name in /readyz. */
  readonly store: "log" | "database";
}

/** A customer with a checkout to confirm, a paid booking to cancel, and the requests for both. */
async function someBusiness() {
  const client = await customer(world);
  const wanted = { serviceIds: await serviceIds(client, "Facial - Exclusive") };
  const paid = await book(world, client, wanted);
  await pay(world, paid.text("data.payment.order_id"));
  const order = await prepared(world, client, { ...wanted, time: "11:00 AM" });
  const paidId = paid.text("data.booking.id");
  const [confirmKey, cancelKey] = [newKey(), newKey()];
  return {
    client,
    paidId,
    confirm: () => client.post("/checkout/confirm", order, confirmKey),
    cancel: () => client.post(`/bookings/${paidId}/cancel`, { reason: "Ill" }, cancelKey),
    look: () => client.get(`/bookings/${paidId}`),
    signIn: () => client.post("/auth/send-otp", { phone_number: newPhone(), purpose: "login" }),
  };
}

/** The store is away and every request that needs it is told so, soon. */
async function assertAway(t: ExecutionContext, sends: readonly (() => Promise<Answer>)[]) {
  const began = Date.now();
  const answers = await Promise.all(sends.map((send) => send()));
  const took = Date.now() - began;
  for (const answer of answers) {
    t.is(answer.status, 503, answer.raw);
    t.regex(answer.headers.get("retry-after") ?? "", /^\d+$/);
  }
  t.true(took < HANG, `${took} ms are a hang`);
  return took;
}

async function goesAndComes(t: ExecutionContext, { gate, how, store }: Outage): Promise<void> {
  t.timeout(1_200_000);
  const { client, paidId, confirm, cancel, look, signIn } = await someBusiness();
  const needing = store === "log" ? [confirm, cancel] : [confirm, cancel, look, signIn];
  const waits: number[] = [];
  gate[how]();
  const until = Date.now() + OUTAGE[how];
  do {
    waits.push(await assertAway(t, needing));
    const ready = await world.http.get("/readyz");
    t.is(ready.status, 503, ready.raw);
    t.is(ready.at(`checks.${store}`), "away");
    t.is((await world.http.get("/healthz")).status, 200);
    await pause(500);
  } while (Date.now() < until);
  t.log(`answered after ${waits.join(", ")} ms`);
  gate.open();
  await eventually("readiness without a restart", async () => {
    return (await world.http.get("/readyz")).status === 200 ? true : undefined;
  });
  const booked = await patiently(confirm);
  t.is(booked.status, 201, booked.raw);
  const cancelled = await patiently(cancel);
  t.is(cancelled.status, 200, cancelled.raw);
  const paid = await pay(world, booked.text("data.payment.order_id"));
  t.is(paid.status, 200, paid.raw);
  await eventually("the payment, by its webhook", async () => {
    const answer = await client.get(`/bookings/${booked.text("data.booking.id")}`);
    return answer.at("data.payment_status") === "paid" ? true : undefined;
  });
  const listed = await client.get("/bookings");
  const ids = listed.list("data.bookings").map((row) => (row as { id: string }).id);
  t.deepEqual(ids.toSorted(), [paidId, booked.text("data.booking.id")].toSorted());
  await assertWhole(t);
}

async function assertWhole(t: ExecutionContext): Promise<void> {
  const { database, eventLog } = world.service.foundation;
  t.deepEqual(await faultsInBooks(database), []);
  const feed = eventLog.feed;
  const stores = { definitions: projections, feed, database };
  const { compared, failed } = await verify({ ...stores, names: [] });
  t.deepEqual(failed, []);
  t.deepEqual(
    compared.filter(({ differing }) => differing > 0),
    [],
  );
}

test.serial("the event node refuses connections and comes back", (t) =>
  goesAndComes(t, { gate: world.logGate, how: "refuse", store: "log" }),
);

test.serial("the event node falls silent and speaks again", (t) =>
  goesAndComes(t, { gate: world.logGate, how: "freeze", store: "log" }),
);

test.serial("PostgreSQL refuses connections and comes back", (t) =>
  goesAndComes(t, { gate: world.databaseGate, how: "refuse", store: "database" }),
);

test.serial("PostgreSQL falls silent and speaks again", (t) =>
  goesAndComes(t, { gate: world.databaseGate, how: "freeze", store: "database" }),
);
