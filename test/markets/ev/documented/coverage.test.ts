import test from "ava";
import { operationName } from "../../../../src/kernel/documented.js";
import { documented, sections } from "../../../../src/markets/ev/documented/index.js";
import { EV } from "../../../world/ev-document.js";
import { projectSources } from "../../../world/source-files.js";

/** The document prints a password and no endpoint that takes it. */
const LOGIN = "POST /api/auth/login/";

test("every operation has its documented answer, and of ours only the log-in", (t) => {
  const printed = EV.routes.filter(({ tag }) => !tag.startsWith("Extension") && tag !== "Media");
  const operations = printed.map((route) => operationName(route));
  t.is(operations.length, 58);
  t.deepEqual(Object.keys(documented).toSorted(), [...operations, LOGIN].toSorted());
});

test("every documented answer has a status that its operation or the dialect knows", (t) => {
  const refusals = [400, 403, 404];
  for (const route of EV.routes) {
    for (const { status } of documented[operationName(route)] ?? []) {
      const known = String(status) in route.replies || refusals.includes(status);
      t.true(known, `${operationName(route)}: ${status}`);
    }
  }
});

test("every heading is held by one file of tests, to its last operation", (t) => {
  const tests = projectSources().filter(({ path }) =>
    path.startsWith("test/markets/ev/documented/"),
  );
  const held = tests.flatMap(({ source }) =>
    [...source.matchAll(/\bsections\.(\w+)/g)].map(([, name]) => name ?? ""),
  );
  t.deepEqual(held.toSorted(), Object.keys(sections).toSorted());
});
