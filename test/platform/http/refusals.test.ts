import { randomUUID } from "node:crypto";
import test from "ava";
import { call } from "./client.js";
import { databaseOf, startService } from "./service.js";

const database = databaseOf(test);

test("malformed JSON is 400 in the market's words", async (t) => {
  const service = await startService(t, { database: database() });
  const headers = { "content-type": "application/json" };
  const answer = await call(service, "/otp", { body: '{"phone_number":', headers });
  t.is(answer.status, 400);
  t.like(answer.json, { success: false, error: { code: "malformed_json" } });
});

test("a declared body of another type is refused, a webhook's is not", async (t) => {
  const service = await startService(t, { database: database() });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const refused = await call(service, "/otp", { body: "phone_number=1", headers });
  t.is(refused.status, 400);
  t.is(refused.json.error?.code, "unsupported_media_type");
  const taken = await call(service, "/hook", { body: "a=1", headers });
  t.deepEqual(taken.json, { bytes: 3, body: null });
});

test("a body beyond the limit is 413, told by its length or only while it comes", async (t) => {
  const service = await startService(t, { database: database(), config: { jsonLimit: 1_000 } });
  const told = await call(service, "/hook", { body: "x".repeat(1_001) });
  t.is(told.status, 413);
  t.is(told.json.error?.code, "body_too_large");
  const stream = new Blob(["x".repeat(700), "y".repeat(700)]).stream();
  const init = { method: "POST", body: stream, duplex: "half" } as RequestInit;
  const streamed = await fetch(`${service.url}/bazaar/v1/hook`, init);
  t.is(streamed.status, 413);
});

test("an unknown path is 404: in the dialect below a base, as a problem elsewhere", async (t) => {
  const service = await startService(t, { database: database() });
  const inside = await call(service, "/nothing/here");
  t.is(inside.status, 404);
  t.like(inside.json, { success: false, error: { code: "path_not_found" } });
  const outside = await call(service, "//bazaar/v10/ping");
  t.is(outside.status, 404);
  t.regex(outside.headers.get("content-type") ?? "", /^application\/problem\+json/);
  t.like(outside.json, { status: 404, title: "Not Found" });
});

test("a wrong method is 405 and names those that are taken", async (t) => {
  const service = await startService(t, { database: database() });
  const answer = await call(service, `/things/${randomUUID()}`, { method: "DELETE" });
  t.is(answer.status, 405);
  t.is(answer.headers.get("allow"), "HEAD, GET, OPTIONS");
  t.is(answer.json.success, false);
});

test("wrong parameters, queries and bodies are 422 with their fields", async (t) => {
  const service = await startService(t, { database: database() });
  const token = await service.token();
  const params = await call(service, "/things/no-uuid", { token });
  t.is(params.status, 422);
  t.regex(params.text, /"field":"id"/);
  const query = await call(service, `/things/${randomUUID()}?page=0`, { token });
  t.is(query.status, 422);
  t.regex(query.text, /"field":"page"/);
  for (const json of [{}, { name: "" }, { name: 5 }, [], null, "text"]) {
    const body = await call(service, "/things", { token, key: randomUUID(), json });
    t.is(body.status, 422, JSON.stringify(json));
  }
});

test("a missing body names the missing fields", async (t) => {
  const service = await startService(t, { database: database() });
  const answer = await call(service, "/otp", { method: "POST" });
  t.is(answer.status, 422);
  t.regex(answer.text, /"field":"phone_number"/);
});

test("what no store could hold is refused at the edge", async (t) => {
  const service = await startService(t, { database: database() });
  const token = await service.token();
  const headers = { "content-type": "application/json" };
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const bodies = [
    '{"name":"a\\u0000b"}',
    '{"a\\u0000b":"name"}',
    '{"name":"half \\ud83d"}',
    `{"name":"lamp","note":${deep}}`,
    Buffer.from('{"name":"\xff"}', "latin1"),
  ];
  for (const body of bodies) {
    const options = { token, key: randomUUID(), headers, body };
    const answer = await call(service, "/things", options);
    t.is(answer.status, 400, String(body).slice(0, 50));
  }
  const whole = { token, key: randomUUID(), json: { name: "\u{1f4a1}\\u0000" } };
  t.is((await call(service, "/things", whole)).status, 201);
  t.is((await call(service, "/things/%00", { token })).status, 400);
  t.is((await call(service, `/things/${randomUUID()}?q=%00`, { token })).status, 400);
});

test("an undecodable path is no crash", async (t) => {
  const service = await startService(t, { database: database() });
  const token = await service.token();
  t.is((await call(service, "/things/%E0%A4%A", { token })).status, 422);
});

test("a literal path wins over a parameter that was declared before it", async (t) => {
  const service = await startService(t, { database: database() });
  const answer = await call(service, "/things/latest", { token: await service.token() });
  t.deepEqual(answer.json, { latest: true });
});

test("request and correlation ids come back, badly formed ones are replaced", async (t) => {
  const service = await startService(t, { database: database() });
  const headers = { "x-request-id": "request-1", "x-correlation-id": "order.7" };
  const given = await call(service, "/ping", { headers });
  t.is(given.headers.get("x-request-id"), "request-1");
  t.is(given.headers.get("x-correlation-id"), "order.7");
  const bad = await call(service, "/ping", { headers: { "x-request-id": "{newline}" } });
  t.regex(bad.headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/);
  t.is(bad.headers.get("x-correlation-id"), bad.headers.get("x-request-id"));
});

test("browsers of other origins may call and see the headers that matter", async (t) => {
  const service = await startService(t, { database: database() });
  const headers = { origin: "https://shop.example", "access-control-request-method": "POST" };
  const preflight = await call(service, "/things", { method: "OPTIONS", headers });
  t.is(preflight.status, 204);
  t.regex(preflight.headers.get("access-control-allow-methods") ?? "", /POST/);
  const answer = await call(service, "/ping", { headers: { origin: "https://shop.example" } });
  t.is(answer.headers.get("access-control-allow-origin"), "*");
  t.regex(answer.headers.get("access-control-expose-headers") ?? "", /X-Event-Position/);
  t.is(answer.headers.get("x-content-type-options"), "nosniff");
});

test("X-Forwarded-For counts only behind a trusted proxy, and only its last hop", async (t) => {
  const headers = { "x-forwarded-for": "6.6.6.6, 10.1.2.3" };
  const alone = await startService(t, { database: database() });
  t.is((await call(alone, "/ping", { headers })).json["ip"], "127.0.0.1");
  const config = { trustedProxies: 1 };
  const behind = await startService(t, { database: database(), config });
  t.is((await call(behind, "/ping", { headers })).json["ip"], "10.1.2.3");
});

test("a market answers on its own host name below its host base", async (t) => {
  const config = { hosts: { bazaar: "127.0.0.1" } };
  const service = await startService(t, { database: database(), config });
  t.is((await call(service, "//v1/ping")).status, 200);
  t.is((await call(service, "//bazaar/v1/ping")).status, 200);
  const other = await startService(t, { database: database() });
  t.is((await call(other, "//v1/ping")).status, 404);
});
