import test from "ava";
import type { HttpClient } from "../../world/http-client.js";
import { BASE, book, customer, newPhone, serviceIds } from "../../world/minuteserv.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "on" });
});

test.beforeEach(() => world.http.post("/sandbox/throttle/reset"));

test.after.always(() => world.close());

function advance(seconds: number) {
  return world.http.post("/sandbox/clock", { advance_seconds: seconds });
}

test.serial("three codes an hour for a phone; another phone is free", async (t) => {
  const http = world.http.at(BASE);
  const send = (phone_number: string) =>
    http.post("/auth/send-otp", { phone_number, purpose: "login" });
  const phone = newPhone();
  for (let time = 0; time < 3; time += 1) t.is((await send(phone)).status, 200);
  const refused = await send(phone);
  t.is(refused.status, 429);
  t.is(refused.at("success"), false);
  const wait = Number(refused.headers.get("retry-after"));
  t.true(wait > 0 && wait <= 3_600, String(wait));
  t.is((await send(newPhone())).status, 200);
  await advance(3_601);
  t.is((await send(phone)).status, 200);
});

test.serial("five payment calls an hour for a customer", async (t) => {
  const client = await customer(world);
  const ask = () => client.get("/payments/order_unknown/status");
  for (let time = 0; time < 5; time += 1) t.is((await ask()).status, 404);
  t.is((await ask()).status, 429);
  t.is((await (await customer(world)).get("/payments/order_unknown/status")).status, 404);
});

test.serial("ten bookings an hour for a customer; a refused body does not count", async (t) => {
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  t.is((await client.post("/checkout/confirm", {}, key(0))).status, 422);
  for (let time = 0; time < 10; time += 1) {
    const booked = await book(world, client, { serviceIds: ids, method: "cash" });
    t.is(booked.status, 201, booked.raw);
  }
  t.is((await book(world, client, { serviceIds: ids, method: "cash" })).status, 429);
});

function key(index: number) {
  return { "x-idempotency-key": `7b0f6a52-3f0e-4c54-9d0f-4a4d1c7f000${index}` };
}

test.serial("a hundred calls a minute from one address", async (t) => {
  const client: HttpClient = await customer(world);
  await world.http.post("/sandbox/throttle/reset");
  // All at once: one after the other they would last longer than the minute on a busy machine.
  const answers = await Promise.all(Array.from({ length: 101 }, () => client.get("/auth/me")));
  const statuses = answers.map(({ status }) => status).sort((one, other) => one - other);
  t.deepEqual(statuses, [...Array.from({ length: 100 }, () => 200), 429]);
  t.is((await client.get("/auth/me")).status, 429);
  await advance(61);
  t.is((await client.get("/auth/me")).status, 200);
});
