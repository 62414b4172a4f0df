import test from "ava";
import { architectureBreaches } from "./architecture/breaches.js";
import { allowed, forbidden } from "./architecture/fixtures.js";
import { projectSources } from "./world/source-files.js";

test("the project keeps to its layers", (t) => {
  t.deepEqual(architectureBreaches(projectSources()), []);
});

for (const { rule, path, source, breach } of forbidden) {
  test(`a breach is found: ${rule}`, (t) => {
    const found = architectureBreaches([{ path, source }]);
    t.is(found.length, 1);
    t.true(found[0]?.startsWith(`${path}: ${breach}`), found[0]);
  });
}

test("what the layers allow is no breach", (t) => {
  t.deepEqual(architectureBreaches(allowed), []);
});
