import test from "ava";
import { enter } from "../../src/kernel/enter.js";
import type { Sessions } from "../../src/kernel/identity.js";
import { isRejection, reject } from "../../src/kernel/rejection.js";

const BLOCKED = reject("forbidden", "account_blocked", "This account is blocked.");
const ANN = { id: "ann", marketplace: "bazaar", realm: "customer", role: "customer" } as const;

/** Sessions in memory, and an account that can be blocked at a chosen moment. */
function house() {
  let live = 0;
  let blocked = false;
  const sessions: Pick<Sessions, "start" | "endAll"> = {
    start() {
      live += 1;
      return Promise.resolve({ accessToken: "a", refreshToken: "r", expiresIn: 900 });
    },
    endAll() {
      live = 0;
      return Promise.resolve();
    },
  };
  return {
    app: { sessions: sessions as Sessions },
    live: () => live,
    async block() {
      blocked = true;
      await sessions.endAll(ANN.id, "blocked");
    },
    signIn: () => Promise.resolve(blocked ? BLOCKED : {}),
  };
}

test("who may come in gets tokens of a session that lives", async (t) => {
  const { app, live, signIn } = house();
  t.false(isRejection(await enter(app, ANN, signIn)));
  t.is(live(), 1);
});

test("a blocking before, between or after the steps leaves no live session", async (t) => {
  const before = house();
  await before.block();
  t.is(await enter(before.app, ANN, before.signIn), BLOCKED);
  t.is(before.live(), 0);

  const between = house();
  const late = async () => {
    await between.block();
    return between.signIn();
  };
  t.is(await enter(between.app, ANN, late), BLOCKED);
  t.is(between.live(), 0);

  const after = house();
  const early = async () => {
    const entered = await after.signIn();
    await after.block();
    return entered;
  };
  await enter(after.app, ANN, early);
  t.is(after.live(), 0, "the tokens that were handed out are dead");
});
