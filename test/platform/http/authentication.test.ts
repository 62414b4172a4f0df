import { randomUUID } from "node:crypto";
import test from "ava";
import { SignJWT } from "jose";
import { eventually } from "../../world/eventually.js";
import { call } from "./client.js";
import { databaseOf, SECRET, startService } from "./service.js";

const database = databaseOf(test);

const CLAIMS = { mkt: "bazaar", realm: "customer", role: "customer", sid: "a-session" };

async function forged(secret: string, claims: object = CLAIMS): Promise<string> {
  const issued = Date.parse("2026-01-05T10:00:00Z") / 1_000;
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("somebody")
    .setIssuedAt(issued)
    .setExpirationTime(issued + 600)
    .sign(new TextEncoder().encode(secret));
}

function unsigned(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part({ ...CLAIMS, sub: "somebody", exp: 9e9 })}.`;
}

test("a good token lets its bearer in", async (t) => {
  const service = await startService(t, { database: database() });
  const id = randomUUID();
  const answer = await call(service, "/me", { token: await service.token({ id }) });
  t.deepEqual(answer.json, { id, role: "customer" });
});

test("no token and a malformed header are 401", async (t) => {
  const service = await startService(t, { database: database() });
  const none = await call(service, "/me");
  t.is(none.status, 401);
  t.is(none.json.error?.code, "token_missing");
  for (const authorization of ["Basic abc", "Bearer", "Bearer a b", "token"]) {
    const answer = await call(service, "/me", { headers: { authorization } });
    t.is(answer.status, 401, authorization);
    t.is(answer.json.error?.code, "token_malformed", authorization);
  }
});

test("forged tokens are 401: no JWT, no algorithm, another secret, missing claims", async (t) => {
  const service = await startService(t, { database: database() });
  const genuine = await service.token();
  const tokens = [
    "abc",
    "a.b.c",
    unsigned(),
    await forged("another secret of the same length or so"),
    await forged(SECRET, { ...CLAIMS, realm: "god" }),
    await forged(SECRET, { mkt: "bazaar" }),
    await forged(SECRET, { ...CLAIMS, mkt: "other" }),
    `${genuine.slice(0, -4)}AAAA`,
  ];
  for (const token of tokens) {
    const answer = await call(service, "/me", { token });
    t.is(answer.status, 401, token);
    t.is(answer.json.error?.code, "token_invalid", token);
  }
  t.is((await call(service, "/me", { token: await forged(SECRET) })).status, 200);
});

test("each 401 says how to get in, and what is wrong with a token that came", async (t) => {
  const service = await startService(t, { database: database() });
  const bare = 'Bearer realm="api"';
  const challenge = async (authorization?: string): Promise<string | null> => {
    const headers = authorization === undefined ? {} : { authorization };
    const { status, headers: answered } = await call(service, "/me", { headers });
    t.is(status, 401);
    return answered.get("www-authenticate");
  };
  t.is(await challenge(), bare);
  t.is(await challenge("Basic abc"), bare);
  const invalid = 'error="invalid_token", error_description="The access token is not valid."';
  t.is(await challenge("Bearer abc"), `${bare}, ${invalid}`);
  const token = await service.token();
  service.clock.advance(15 * 60_000);
  const expired = 'error="invalid_token", error_description="The access token has expired."';
  t.is(await challenge(`Bearer ${token}`), `${bare}, ${expired}`);
  const allowed = await call(service, "/me", { token: await service.token() });
  t.is(allowed.headers.get("www-authenticate"), null);
});

test("a token expires on business time, remembered or not", async (t) => {
  const service = await startService(t, { database: database() });
  const remembered = await service.token();
  const unseen = await service.token();
  t.is((await call(service, "/me", { token: remembered })).status, 200);
  service.clock.advance(15 * 60_000);
  for (const token of [remembered, unseen]) {
    const answer = await call(service, "/me", { token });
    t.is(answer.status, 401);
    t.is(answer.json.error?.code, "token_expired");
  }
});

test("another realm and another role are 403", async (t) => {
  const service = await startService(t, { database: database() });
  const customer = await call(service, "/vault", { token: await service.token() });
  t.is(customer.status, 403);
  t.is(customer.json.error?.code, "wrong_realm");
  const clerk = await service.token({ realm: "admin", role: "clerk" });
  const answer = await call(service, "/vault", { token: clerk });
  t.is(answer.status, 403);
  t.is(answer.json.error?.code, "role_not_allowed");
  const keeper = await service.token({ realm: "admin", role: "keeper" });
  t.is((await call(service, "/vault", { token: keeper })).status, 200);
});

test("401 comes before 403, 404, 422 and the idempotency key", async (t) => {
  const service = await startService(t, { database: database() });
  t.is((await call(service, "/vault")).status, 401);
  t.is((await call(service, "/things/no-uuid")).status, 401);
  t.is((await call(service, "/things", { json: {} })).status, 401);
  t.is((await call(service, "/things", { body: "{" })).status, 401);
});

test("a blocked account's tokens are 403 at once, on every process", async (t) => {
  const one = await startService(t, { database: database() });
  const two = await startService(t, { database: database() });
  const id = randomUUID();
  const token = await one.token({ id });
  t.is((await call(two, "/me", { token })).status, 200);
  await one.identity.sessions.endAll(id, "blocked");
  const here = await call(one, "/me", { token });
  t.is(here.status, 403);
  t.is(here.json.error?.code, "account_blocked");
  await eventually("the other process refuses", async () => {
    const { status } = await call(two, "/me", { token });
    return status === 403 ? status : undefined;
  });
  t.is((await call(one, "/me", { token: await one.token({ id }) })).status, 200);
});

test("a process that starts later knows the sessions that ended before", async (t) => {
  const first = await startService(t, { database: database() });
  const id = randomUUID();
  const token = await first.token({ id });
  await first.identity.sessions.endAll(id);
  const second = await startService(t, { database: database() });
  const answer = await call(second, "/me", { token });
  t.is(answer.status, 401);
  t.is(answer.json.error?.code, "session_ended");
});
