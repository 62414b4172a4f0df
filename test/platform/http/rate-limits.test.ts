import { randomInt, randomUUID } from "node:crypto";
import test from "ava";
import { call } from "./client.js";
import { databaseOf, startService } from "./service.js";

const database = databaseOf(test);

function aPhone(): string {
  return `+91${randomInt(1e9, 9e9)}`;
}

test.serial("the fourth code for one phone number in an hour is 429", async (t) => {
  const service = await startService(t, { database: database() });
  const json = { phone_number: aPhone() };
  for (let count = 0; count < 3; count += 1) {
    t.is((await call(service, "/otp", { json })).status, 200);
  }
  service.clock.advance(60_000);
  const answer = await call(service, "/otp", { json });
  t.is(answer.status, 429);
  t.is(answer.headers.get("retry-after"), "3540");
  t.like(answer.json, { success: false, error: { code: "rate_limited" } });
  t.is((await call(service, "/otp", { json: { phone_number: aPhone() } })).status, 200);
  service.clock.advance(3_540_000);
  t.is((await call(service, "/otp", { json })).status, 200);
});

test.serial("an hourly window is shared by processes and survives a restart", async (t) => {
  const json = { phone_number: aPhone() };
  for (let count = 0; count < 3; count += 1) {
    const service = await startService(t, { database: database() });
    t.is((await call(service, "/otp", { json })).status, 200);
    await service.close();
  }
  const service = await startService(t, { database: database() });
  t.is((await call(service, "/otp", { json })).status, 429);
});

test.serial("a refused request does not count against an hourly window", async (t) => {
  const service = await startService(t, { database: database() });
  const phone = aPhone();
  for (let count = 0; count < 5; count += 1) {
    t.is((await call(service, "/otp", { json: { phone_number: `${phone}x` } })).status, 422);
  }
  t.is((await call(service, "/otp", { json: { phone_number: phone } })).status, 200);
});

test.serial("an idempotent replay does not count, and 429 is no first answer", async (t) => {
  const service = await startService(t, { database: database() });
  const token = await service.token();
  const order = (key: string): ReturnType<typeof call> =>
    call(service, "/orders", { token, key, json: {} });
  const key = randomUUID();
  for (let count = 0; count < 4; count += 1) t.is((await order(key)).status, 200);
  t.is((await order(randomUUID())).status, 200);
  const late = randomUUID();
  t.is((await order(late)).status, 429);
  await service.rateLimits.reset();
  t.is((await order(late)).status, 200);
});

test.serial("a short window counts each principal alone and ends on business time", async (t) => {
  const service = await startService(t, { database: database() });
  const one = { token: await service.token(), method: "POST" };
  const two = { token: await service.token(), method: "POST" };
  for (let count = 0; count < 3; count += 1) {
    t.is((await call(service, "/busy", one)).status, 200);
  }
  const refused = await call(service, "/busy", one);
  t.is(refused.status, 429);
  t.is(refused.headers.get("retry-after"), "60");
  t.is((await call(service, "/busy", two)).status, 200);
  service.clock.advance(60_000);
  t.is((await call(service, "/busy", one)).status, 200);
});

test.serial("limits can be off", async (t) => {
  const service = await startService(t, { database: database(), config: { rateLimits: false } });
  const json = { phone_number: aPhone() };
  for (let count = 0; count < 5; count += 1) {
    t.is((await call(service, "/otp", { json })).status, 200);
  }
});
