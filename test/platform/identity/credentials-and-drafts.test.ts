import { randomUUID } from "node:crypto";
import test from "ava";
import { identityOf } from "./identity-on.js";

const identity = identityOf(test);

test("a password is kept as argon2id and can be changed", async (t) => {
  const world = await identity(t);
  const account = randomUUID();
  t.false(await world.credentials.verify(account, "password123"));
  await world.credentials.set(account, "password123");
  t.true(await world.credentials.verify(account, "password123"));
  t.false(await world.credentials.verify(account, "password124"));
  const sql = "select hash from ops.credentials where account = $1";
  const [row] = await world.database.rows<{ hash: string }>(sql, [account]);
  t.regex(row?.hash ?? "", /^\$argon2id\$/);
  await world.credentials.set(account, "another one");
  t.false(await world.credentials.verify(account, "password123"));
  t.true(await world.credentials.verify(account, "another one"));
});

test("a draft is its owner's until it expires", async (t) => {
  const world = await identity(t);
  const id = randomUUID();
  const draft = { kind: "checkout", id, owner: "ann", value: { total: 5 }, lifetime: 120_000 };
  await world.drafts.put(draft);
  t.deepEqual(await world.drafts.get("checkout", id, "ann"), { total: 5 });
  t.is(await world.drafts.get("checkout", id, "bob"), undefined);
  t.is(await world.drafts.get("other", id, "ann"), undefined);
  await world.drafts.put({ ...draft, owner: "bob", value: { total: 6 } });
  t.deepEqual(await world.drafts.get("checkout", id, "ann"), { total: 5 });
  world.clock.advance(120_000);
  t.is(await world.drafts.get("checkout", id, "ann"), undefined);
});

test("the latest draft of a kind is the one put last", async (t) => {
  const world = await identity(t);
  const owner = randomUUID();
  const put = (total: number, lifetime: number): Promise<void> =>
    world.drafts.put({ kind: "cart", id: randomUUID(), owner, value: { total }, lifetime });
  await put(1, 60_000);
  await put(2, 60_000);
  world.clock.advance(1);
  await put(3, 10);
  t.deepEqual(await world.drafts.latest("cart", owner), { total: 3 });
  world.clock.advance(20);
  t.deepEqual(await world.drafts.latest("cart", owner), { total: 2 });
});
