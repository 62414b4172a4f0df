import { randomUUID } from "node:crypto";
import test from "ava";
import { decodeJwt } from "jose";
import type { TokenPair } from "../../../src/kernel/identity.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import { identityOf, type IdentityWorld } from "./identity-on.js";

const identity = identityOf(test);

const HERE = { marketplace: "bazaar", realm: "customer" } as const;

function start(world: IdentityWorld, id: string = randomUUID()): Promise<TokenPair> {
  return world.sessions.start({ id, ...HERE, role: "customer" });
}

async function refreshed(world: IdentityWorld, token: string): Promise<string> {
  const outcome = await world.sessions.refresh(token, HERE);
  return isRejection(outcome) ? outcome.reason : outcome.tokens.refreshToken;
}

test("an access token carries who, where and for how long, dated by business time", async (t) => {
  const world = await identity(t);
  const pair = await start(world, "ann");
  t.is(pair.expiresIn, 900);
  const now = world.clock.now() / 1_000;
  t.like(decodeJwt(pair.accessToken), {
    sub: "ann",
    mkt: "bazaar",
    realm: "customer",
    role: "customer",
    iat: now,
    exp: now + 900,
  });
});

test("a refresh token is exchanged for a new pair of the same session", async (t) => {
  const world = await identity(t);
  const pair = await start(world, "ann");
  const outcome = await world.sessions.refresh(pair.refreshToken, HERE);
  if (isRejection(outcome)) return t.fail(outcome.reason);
  t.not(outcome.tokens.refreshToken, pair.refreshToken);
  t.like(outcome.principal, { id: "ann", ...HERE, role: "customer" });
  t.is(decodeJwt(outcome.tokens.accessToken)["sid"], decodeJwt(pair.accessToken)["sid"]);
  t.not(await refreshed(world, outcome.tokens.refreshToken), "refresh_token_invalid");
});

test("a token used twice ends its whole family: one of the two is a thief", async (t) => {
  const world = await identity(t);
  const pair = await start(world);
  const second = await refreshed(world, pair.refreshToken);
  t.is(await refreshed(world, pair.refreshToken), "refresh_token_invalid");
  t.is(await refreshed(world, second), "refresh_token_invalid");
  const verdict = await world.tokens.verify(pair.accessToken);
  t.like(verdict, { rejected: true, reason: "session_ended" });
});

test("of many concurrent exchanges one wins, and the family ends", async (t) => {
  const world = await identity(t);
  const pair = await start(world);
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => refreshed(world, pair.refreshToken)),
  );
  const winners = outcomes.filter((outcome) => outcome !== "refresh_token_invalid");
  t.is(winners.length, 1);
  t.is(await refreshed(world, winners[0] ?? ""), "refresh_token_invalid");
});

test("unknown, foreign and expired refresh tokens are refused and consume nothing", async (t) => {
  const world = await identity(t);
  t.is(await refreshed(world, "unknown"), "refresh_token_invalid");
  const { refreshToken } = await start(world);
  for (const other of [
    { marketplace: "fair", realm: "customer" },
    { marketplace: "bazaar", realm: "admin" },
  ] as const) {
    t.like(await world.sessions.refresh(refreshToken, other), { reason: "refresh_token_invalid" });
  }
  world.clock.advance(604_800_000);
  t.is(await refreshed(world, refreshToken), "refresh_token_expired");
});

test("a session that ended gives no tokens and its access token dies", async (t) => {
  const world = await identity(t);
  const pair = await start(world);
  const other = await start(world);
  await world.sessions.end(String(decodeJwt(pair.accessToken)["sid"]));
  t.is(await refreshed(world, pair.refreshToken), "refresh_token_invalid");
  t.like(await world.tokens.verify(pair.accessToken), { reason: "session_ended" });
  t.false(isRejection(await world.tokens.verify(other.accessToken)));
});

test("a blocked account's refresh tokens are refused as blocked", async (t) => {
  const world = await identity(t);
  const id = randomUUID();
  const pairs = [await start(world, id), await start(world, id)];
  await world.sessions.endAll(id, "blocked");
  for (const { refreshToken, accessToken } of pairs) {
    t.is(await refreshed(world, refreshToken), "account_blocked");
    t.like(await world.tokens.verify(accessToken), { code: "forbidden" });
  }
});

test("no refresh token stands in the database", async (t) => {
  const world = await identity(t);
  const { refreshToken } = await start(world);
  const rows = await world.database.rows("select * from ops.refresh_tokens");
  t.false(JSON.stringify(rows).includes(refreshToken));
});

test("a refresh token is a JWT that says how long it lives and opens nothing itself", async (t) => {
  const world = await identity(t);
  const { refreshToken } = await start(world);
  const { iat, exp, ...rest } = decodeJwt(refreshToken);
  t.is(Number(exp) - Number(iat), 604_800);
  t.deepEqual(Object.keys(rest).toSorted(), ["jti", "token_type"]);
  t.like(await world.tokens.verify(refreshToken), { reason: "token_invalid" });
});

test("renewing gives access tokens of the session and leaves the refresh token good", async (t) => {
  const world = await identity(t);
  const pair = await start(world);
  for (let time = 0; time < 2; time += 1) {
    const renewed = await world.sessions.renew(pair.refreshToken, HERE);
    if (isRejection(renewed)) return t.fail(renewed.reason);
    t.is(decodeJwt(renewed.accessToken)["sid"], decodeJwt(pair.accessToken)["sid"]);
  }
  const admin = { ...HERE, realm: "admin" } as const;
  t.like(await world.sessions.renew(pair.refreshToken, admin), { rejected: true });
  world.clock.advance(604_800_000);
  const late = await world.sessions.renew(pair.refreshToken, HERE);
  t.like(late, { reason: "refresh_token_expired" });
});

test("renewing with a token that was exchanged ends the session, too", async (t) => {
  const world = await identity(t);
  const pair = await start(world);
  const next = await refreshed(world, pair.refreshToken);
  t.like(await world.sessions.renew(pair.refreshToken, HERE), { rejected: true });
  t.is(await refreshed(world, next), "refresh_token_invalid");
});

test("an access token of a renewal dies with its session, however late it was made", async (t) => {
  const world = await identity(t);
  const pair = await start(world, "bob");
  world.clock.advance(800_000);
  const renewed = await world.sessions.renew(pair.refreshToken, HERE);
  if (isRejection(renewed)) return t.fail(renewed.reason);
  world.clock.advance(200_000);
  t.false(isRejection(await world.tokens.verify(renewed.accessToken)));
  const stranger = { id: "eve", ...HERE, role: "customer" };
  t.like(await world.sessions.endOf(pair.refreshToken, stranger), { rejected: true });
  t.is(await world.sessions.endOf(pair.refreshToken, { ...stranger, id: "bob" }), undefined);
  t.like(await world.tokens.verify(renewed.accessToken), { reason: "session_ended" });
  t.like(await world.sessions.renew(pair.refreshToken, HERE), { rejected: true });
});
