import { randomUUID } from "node:crypto";
import test from "ava";
import { identityOf, type IdentityWorld } from "./identity-on.js";

const identity = identityOf(test);

interface Login {
  readonly marketplace: string;
  readonly recipient: string;
  readonly purpose: string;
}

function aLogin(): Login {
  return { marketplace: "bazaar", recipient: `+49${randomUUID()}`, purpose: "login" };
}

function issue(world: IdentityWorld, login: Login): Promise<string> {
  return world.otps.issue({ ...login, lifetime: 300_000 });
}

function wrong(code: string): string {
  return code === "000000" ? "000001" : "000000";
}

test("a code has six digits and opens once", async (t) => {
  const world = await identity(t);
  const login = aLogin();
  const code = await issue(world, login);
  t.regex(code, /^\d{6}$/);
  t.is(await world.otps.redeem({ ...login, code }), undefined);
  t.like(await world.otps.redeem({ ...login, code }), { code: "unauthenticated" });
});

test("of many who redeem one code at once, one succeeds", async (t) => {
  const world = await identity(t);
  const login = aLogin();
  const code = await issue(world, login);
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => world.otps.redeem({ ...login, code })),
  );
  t.is(outcomes.filter((outcome) => outcome === undefined).length, 1);
});

test("five wrong codes wear the right one out", async (t) => {
  const world = await identity(t);
  const login = aLogin();
  const code = await issue(world, login);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    t.truthy(await world.otps.redeem({ ...login, code: wrong(code) }));
  }
  t.truthy(await world.otps.redeem({ ...login, code }));
  const fresh = await issue(world, login);
  t.is(await world.otps.redeem({ ...login, code: fresh }), undefined);
});

test("a code ends with its lifetime of business time", async (t) => {
  const world = await identity(t);
  const login = aLogin();
  const code = await issue(world, login);
  world.clock.advance(300_000);
  t.truthy(await world.otps.redeem({ ...login, code }));
});

test("a newer code replaces the older one", async (t) => {
  const world = await identity(t);
  const login = aLogin();
  const older = await issue(world, login);
  let newer = await issue(world, login);
  while (newer === older) newer = await issue(world, login);
  t.truthy(await world.otps.redeem({ ...login, code: older }));
  t.is(await world.otps.redeem({ ...login, code: newer }), undefined);
});

test("a code is good for its purpose, recipient and marketplace alone", async (t) => {
  const world = await identity(t);
  const login = aLogin();
  const code = await issue(world, login);
  const others = [{ purpose: "reset_password" }, { recipient: "x" }, { marketplace: "fair" }];
  for (const other of others) {
    t.truthy(await world.otps.redeem({ ...login, ...other, code }));
  }
  t.is(await world.otps.redeem({ ...login, code }), undefined);
});

test("neither code nor recipient stands in the database", async (t) => {
  const world = await identity(t);
  const login = aLogin();
  const code = await issue(world, login);
  const rows = await world.database.rows<{ code: string }>("select recipient, code from ops.otps");
  t.true(rows.length > 0);
  t.false(rows.some((row) => row.code.includes(code)));
  t.false(JSON.stringify(rows).includes(login.recipient));
});

test("codes that are redeemed together are used together or not at all", async (t) => {
  const world = await identity(t);
  const [mail, phone] = [aLogin(), aLogin()];
  const codes = [await issue(world, mail), await issue(world, phone)] as const;
  const both = (first: string, second: string) =>
    world.otps.redeemAll([
      { ...mail, code: first },
      { ...phone, code: second },
    ]);
  const [right, refused] = await both(codes[0], wrong(codes[1]));
  t.is(right, undefined);
  t.like(refused, { rejected: true });
  t.deepEqual(await both(codes[0], codes[1]), [undefined, undefined]);
  t.like((await both(codes[0], codes[1]))[0], { rejected: true });
});

test("five wrong tries wear a code out, also beside one that is right", async (t) => {
  const world = await identity(t);
  const [mail, phone] = [aLogin(), aLogin()];
  const codes = [await issue(world, mail), await issue(world, phone)] as const;
  const both = (second: string) =>
    world.otps.redeemAll([
      { ...mail, code: codes[0] },
      { ...phone, code: second },
    ]);
  for (let time = 0; time < 5; time += 1) await both(wrong(codes[1]));
  t.like((await both(codes[1]))[1], { rejected: true });
});
