import { randomUUID } from "node:crypto";
import { Agent, get } from "node:http";
import test from "ava";
import { call } from "./client.js";
import { databaseOf, startService } from "./service.js";

const database = databaseOf(test);

test("a request in flight is answered, later ones are not accepted", async (t) => {
  const service = await startService(t, { database: database() });
  const token = await service.token();
  const slow = call(service, "/things", { token, key: randomUUID(), json: { name: "slow" } });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = service.close();
  const answer = await slow;
  t.is(answer.status, 201);
  t.is(answer.headers.get("connection"), "close");
  await closed;
  await t.throwsAsync(call(service, "/ping"));
});

test("idle keep-alive connections do not hold the process up", async (t) => {
  const service = await startService(t, { database: database() });
  const agent = new Agent({ keepAlive: true });
  t.teardown(() => agent.destroy());
  await new Promise<void>((resolve, reject) => {
    get(`${service.url}/healthz`, { agent }, (response) => {
      response.resume().on("end", resolve);
    }).on("error", reject);
  });
  await service.close();
  t.pass();
});

test("what does not finish in the bounded time is cut off", async (t) => {
  const config = { drainWithin: 50 };
  const service = await startService(t, { database: database(), config });
  const token = await service.token();
  const slow = call(service, "/things", { token, key: randomUUID(), json: { name: "slow" } });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.all([service.server.close(), t.throwsAsync(slow)]);
});
