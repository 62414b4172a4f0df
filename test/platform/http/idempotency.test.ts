import { randomUUID } from "node:crypto";
import test from "ava";
import { call } from "./client.js";
import { databaseOf, startService, type Service } from "./service.js";

const database = databaseOf(test);

async function effects(service: Service, name: string): Promise<number> {
  const sql = "select count(*) as n from ops.effects where name = $1";
  const [row] = await service.database.rows<{ n: number }>(sql, [name]);
  return row?.n ?? 0;
}

test("a required key is missed with 400, a key that is no uuid too", async (t) => {
  const service = await startService(t, { database: database() });
  const token = await service.token();
  const missing = await call(service, "/things", { token, json: { name: "lamp" } });
  t.is(missing.status, 400);
  t.is(missing.json.error?.code, "idempotency_key_missing");
  const bad = await call(service, "/things", { token, key: "1", json: { name: "lamp" } });
  t.is(bad.status, 400);
  t.is(bad.json.error?.code, "idempotency_key_malformed");
});

test("a repeat gets the first answer, also from another process after a restart", async (t) => {
  const first = await startService(t, { database: database() });
  const token = await first.token();
  const name = randomUUID();
  const options = { token, key: randomUUID(), json: { name, note: "n" } };
  const answer = await call(first, "/things", options);
  t.is(answer.status, 201);
  t.is(answer.headers.get("idempotent-replayed"), null);
  await first.close();
  const second = await startService(t, { database: database() });
  const reordered = { ...options, json: { note: "n", name } };
  const repeat = await call(second, "/things", reordered);
  t.is(repeat.status, 201);
  t.is(repeat.text, answer.text);
  t.is(repeat.headers.get("idempotent-replayed"), "true");
  t.is(await effects(second, name), 1);
});

test("a refusal by the handler is a first answer too", async (t) => {
  const service = await startService(t, { database: database() });
  const options = { token: await service.token(), key: randomUUID(), json: { name: "refused" } };
  t.is((await call(service, "/things", options)).status, 409);
  const repeat = await call(service, "/things", options);
  t.is(repeat.json.error?.code, "thing_refused");
  t.is(repeat.headers.get("idempotent-replayed"), "true");
});

test("a replay names the position that the first answer wrote", async (t) => {
  const service = await startService(t, { database: database() });
  const options = { token: await service.token(), key: randomUUID(), json: { amount: 3 } };
  const path = `/jars/${randomUUID()}`;
  const first = await call(service, path, options);
  const repeat = await call(service, path, options);
  t.is(repeat.headers.get("x-event-position"), first.headers.get("x-event-position"));
  t.not(first.headers.get("x-event-position"), null);
});

test("the same key with another body or path is 409", async (t) => {
  const service = await startService(t, { database: database() });
  const token = await service.token();
  const key = randomUUID();
  const jar = randomUUID();
  t.is((await call(service, `/jars/${jar}`, { token, key, json: { amount: 1 } })).status, 200);
  const body = await call(service, `/jars/${jar}`, { token, key, json: { amount: 2 } });
  t.is(body.status, 409);
  t.is(body.json.error?.code, "idempotency_key_reused");
  const path = await call(service, `/jars/${randomUUID()}`, { token, key, json: { amount: 1 } });
  t.is(path.json.error?.code, "idempotency_key_reused");
});

test("two callers' equal keys do not meet", async (t) => {
  const service = await startService(t, { database: database() });
  const key = randomUUID();
  const name = randomUUID();
  const one = await call(service, "/things", { token: await service.token(), key, json: { name } });
  const two = await call(service, "/things", { token: await service.token(), key, json: { name } });
  t.deepEqual([one.status, two.status], [201, 201]);
  t.not(one.text, two.text);
});

test("of concurrent requests with one key one runs and all get its answer", async (t) => {
  const one = await startService(t, { database: database() });
  const two = await startService(t, { database: database() });
  const options = { token: await one.token(), key: randomUUID(), json: { name: "slow" } };
  const services = [one, two, one, two, one, two];
  const answers = await Promise.all(services.map((s) => call(s, "/things", options)));
  t.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
  t.is(new Set(answers.map(({ text }) => text)).size, 1);
  t.is(await effects(one, "slow"), 1);
});

test("answers of the moment are not kept: after a 5xx the repeat runs", async (t) => {
  const service = await startService(t, { database: database() });
  const token = await service.token();
  for (const [name, status] of [
    ["crash", 500],
    ["away", 503],
  ] as const) {
    const options = { token, key: randomUUID(), json: { name } };
    t.is((await call(service, "/things", options)).status, status);
    t.is((await call(service, "/things", options)).status, status);
    t.is(await effects(service, name), 2);
    const other = await call(service, "/things", { ...options, json: { name: "lamp" } });
    t.is(other.status, 409);
  }
});

test("a crashed holder's claim is waited for, then taken over with the same ids", async (t) => {
  const repeats = { lease: 60_000, patience: 600 };
  const service = await startService(t, { database: database(), repeats });
  const options = { token: await service.token(), key: randomUUID(), json: { name: "lamp" } };
  const first = await call(service, "/things", options);
  // As kill -9 leaves it: claimed, not answered, the lease still running.
  await service.database.rows(
    `update ops.idempotency set status = null, body = null, answered_at = null,
       holder = gen_random_uuid(), leased_until = now() + interval '1 hour' where body = $1`,
    [first.text],
  );
  const busy = await call(service, "/things", options);
  t.is(busy.status, 409);
  t.is(busy.json.error?.code, "request_in_progress");
  t.is(busy.headers.get("retry-after"), "1");
  await service.database.rows(
    "update ops.idempotency set leased_until = now() where leased_until > now() + interval '1 min'",
  );
  const taken = await call(service, "/things", options);
  t.is(taken.status, 201);
  t.is(taken.headers.get("idempotent-replayed"), null);
  t.is(taken.text, first.text);
});
