import test from "ava";
import { compiledSelection } from "./selection.js";
import { totalsOf } from "./totals.js";

test("passed tests are counted by their marks, failures by the summary", (t) => {
  const report = [
    "  ✔ wallet › a hold is taken once",
    "    ℹ   ✔ a logged mark is no test",
    "  ✔ wallet › a hold is released (2s)",
    "  ✘ [fail]: wallet › a hold expires",
    "  ─",
    "  1 test failed",
    "  2 uncaught exceptions",
  ];
  t.deepEqual(totalsOf(report, false), { passed: 2, failed: 3 });
});

test("a run that failed without a failed test counts one failure", (t) => {
  t.deepEqual(totalsOf(["  ✔ x"], false), { passed: 1, failed: 1 });
  t.deepEqual(totalsOf([], false), { passed: 0, failed: 1 });
  t.deepEqual(totalsOf(["  ✔ x"], true), { passed: 1, failed: 0 });
});

test("a source path selects its compiled file, a flag passes", (t) => {
  t.deepEqual(compiledSelection(["test/a/b.test.ts", "./test/c", "dist/test/d.test.js", "-s"]), [
    "dist/test/a/b.test.js",
    "dist/test/c",
    "dist/test/d.test.js",
    "-s",
  ]);
});
