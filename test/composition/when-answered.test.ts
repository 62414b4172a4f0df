import test from "ava";
import { whenAnswered } from "../../src/composition/when-answered.js";
import { DatabaseUnavailable } from "../../src/platform/database/unavailable.js";
import { LogUnavailable } from "../../src/platform/eventlog/log-unavailable.js";

/** Work that fails with each of these, one after the other, and then succeeds. */
function failing(...errors: readonly Error[]) {
  let tries = 0;
  const work = () => {
    tries += 1;
    const error = errors[tries - 1];
    return error === undefined ? Promise.resolve() : Promise.reject(error);
  };
  return { work, tries: () => tries };
}

test("a start is begun again until its stores answer", async (t) => {
  const { work, tries } = failing(new LogUnavailable("slow"), new DatabaseUnavailable("starting"));
  await whenAnswered(work);
  t.is(tries(), 3);
});

test("a start gives up on stores that stay away", async (t) => {
  const away = new LogUnavailable("gone");
  const { work, tries } = failing(away, away, away);
  t.is(await t.throwsAsync(whenAnswered(work, -1)), away);
  t.is(tries(), 1);
});

test("a mistake ends a start at once", async (t) => {
  const { work, tries } = failing(new TypeError("a bug"));
  await t.throwsAsync(whenAnswered(work), { instanceOf: TypeError });
  t.is(tries(), 1);
});
