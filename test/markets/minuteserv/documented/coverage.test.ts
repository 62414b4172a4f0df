import test from "ava";
import { operationName } from "../../../../src/kernel/documented.js";
import { documented, sections } from "../../../../src/markets/minuteserv/documented/index.js";
import { minuteserv } from "../../../../src/markets/minuteserv/market.js";
import { projectSources } from "../../../world/source-files.js";

test("every endpoint has its documented answer, and nothing else has one", (t) => {
  const printed = minuteserv.routes.filter(({ tag }) => !tag.startsWith("Extension"));
  const operations = printed.map((route) => operationName(route));
  t.is(operations.length, 76);
  t.deepEqual(Object.keys(documented).toSorted(), operations.toSorted());
});

test("every documented answer has a status that its endpoint knows", (t) => {
  for (const route of minuteserv.routes) {
    for (const { status } of documented[operationName(route)] ?? []) {
      t.true(String(status) in route.replies, `${operationName(route)}: ${status}`);
    }
  }
});

test("every heading is held by one file of tests, to its last endpoint", (t) => {
  const tests = projectSources().filter(({ path }) =>
    path.startsWith("test/markets/minuteserv/documented/"),
  );
  const held = tests.flatMap(({ source }) =>
    [...source.matchAll(/\bsections\.(\w+)/g)].map(([, name]) => name ?? ""),
  );
  t.deepEqual(held.toSorted(), Object.keys(sections).toSorted());
});
