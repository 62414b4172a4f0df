import { randomUUID } from "node:crypto";
import test from "ava";
import { call } from "./client.js";
import { JAR } from "./jar.js";
import { databaseOf, startService } from "./service.js";

const database = databaseOf(test);

test("a read after a write waits for the write's position, which goes out", async (t) => {
  const service = await startService(t, { database: database() });
  const options = { token: await service.token(), json: { amount: 3 } };
  const answer = await call(service, `/jars/${randomUUID()}`, options);
  t.is(answer.status, 200);
  t.is(answer.json["total"], 3);
  t.is(answer.headers.get("x-event-position"), "1");
  t.deepEqual(service.events.asked, [1]);
});

test("a write that is not seen in time answers 503; the repeat shows what it wrote", async (t) => {
  const service = await startService(t, { database: database() });
  const options = { token: await service.token(), key: randomUUID(), json: { amount: 3 } };
  const path = `/jars/${randomUUID()}`;
  service.events.projected = 0;
  const late = await call(service, path, options);
  t.is(late.status, 503);
  t.is(late.headers.get("retry-after"), "2");
  service.events.projected = 1;
  const repeat = await call(service, path, options);
  t.is(repeat.status, 200);
  t.is(repeat.json["total"], 3);
});

test("a write without a read is answered once all can see it, or late", async (t) => {
  const service = await startService(t, { database: database() });
  const token = await service.token();
  const putIn = () => call(service, `/coins/${randomUUID()}`, { token, method: "POST" });
  t.is((await putIn()).status, 200);
  t.deepEqual(service.events.asked, [1]);
  service.events.projected = 1;
  t.is((await putIn()).status, 200, "the write stands");
  t.deepEqual(service.events.asked, [1, 2]);
});

test("min_position makes a GET wait, and must be a number", async (t) => {
  const service = await startService(t, { database: database() });
  const token = await service.token();
  const path = `/things/${randomUUID()}`;
  t.is((await call(service, `${path}?min_position=x`, { token })).status, 400);
  t.is((await call(service, `${path}?min_position=7`, { token })).status, 200);
  t.deepEqual(service.events.asked, [7]);
  service.events.projected = 6;
  t.is((await call(service, `${path}?min_position=7`, { token })).status, 503);
});

test("a read after settling waits for the consequences too", async (t) => {
  const service = await startService(t, { database: database() });
  const options = { token: await service.token(), json: { amount: 42 } };
  const answer = await call(service, `/jars/${randomUUID()}`, options);
  t.is(answer.status, 200);
  t.deepEqual(service.events.asked, [2]);
  t.is(answer.headers.get("x-event-position"), "2");
});

test("a refused command writes nothing and names no position", async (t) => {
  const service = await startService(t, { database: database() });
  const options = { token: await service.token(), json: { amount: 101 } };
  const answer = await call(service, `/jars/${randomUUID()}`, options);
  t.is(answer.status, 409);
  t.is(answer.json.error?.code, "jar_full");
  t.is(answer.headers.get("x-event-position"), null);
});

test("events carry who, where from and in which interaction", async (t) => {
  const service = await startService(t, { database: database() });
  const id = randomUUID();
  const headers = { "x-correlation-id": "interaction", "user-agent": "a test" };
  const options = { token: await service.token({ id }), json: { amount: 1 }, headers };
  const jar = randomUUID();
  await call(service, `/jars/${jar}`, options);
  const [event] = await service.events.history(JAR, jar);
  t.like(event?.metadata, {
    marketplace: "bazaar",
    correlationId: "interaction",
    actor: { id, role: "customer", ip: "127.0.0.1", userAgent: "a test" },
  });
});
