import test from "ava";
import { untidyIn } from "./tidy/file-style.js";
import { medianLength } from "./tidy/median-length.js";
import { orphansAmong } from "./tidy/orphans.js";
import { projectSources } from "./world/source-files.js";

const project = projectSources();

test("every file keeps to the house style", (t) => {
  t.deepEqual(project.flatMap(untidyIn), []);
});

test("files are small: the median is below 60 lines", (t) => {
  t.true(project.length > 0);
  const median = medianLength(project);
  t.true(median < 60, `The median is ${median} lines.`);
});

test("no file lies outside of what main and the scripts import", (t) => {
  t.deepEqual(orphansAmong(project), []);
});

/** The sign ~ stands in each, and goes, so that the check of this very file does not find it. */
const untidy: ReadonlyArray<readonly [rule: string, path: string, source: string]> = [
  ["101 columns", "src/x.ts", "x".repeat(101)],
  ["it has 251 lines", "src/x.ts", "x;\n".repeat(251)],
  ["its name is not kebab-case", "src/payOut.ts", ""],
  ["its name says nothing", "src/money-utils.ts", ""],
  ["a note of unfinished work", "src/x.ts", "// TO~DO later"],
  ["a cast through unknown", "src/x.ts", "x as unk~nown as Y;"],
  ["the type any", "src/x.ts", "const x: a~ny = 1;"],
  ["the type any", "src/x.ts", "const x: Array<a~ny> = [];"],
  ["a default export", "src/x.ts", "export def~ault x;"],
  ["a test that does not run", "test/x.test.ts", 'test.sk~ip("x", run);'],
];

for (const [breach, path, source] of untidy) {
  test(`untidiness is found: ${breach}, in ${path} ${source.slice(0, 30).trim()}`, (t) => {
    const found = untidyIn({ path, source: source.replace("~", "") });
    t.is(found.length, 1);
    t.true(found[0]?.endsWith(`: ${breach}`), found[0]);
  });
}

test("tidy files are found tidy", (t) => {
  const source = `${"x".repeat(100)}\n// Take any of them: company, or any.\nexport const y = 1;\n`;
  t.deepEqual(untidyIn({ path: "migrations/0001-pay-out.test.ts", source }), []);
});

test("an orphan is found, a chain of imports is none", (t) => {
  const files = [
    { path: "src/main.ts", source: 'import { a } from "./kernel/a.js";\n' },
    { path: "src/kernel/a.ts", source: 'export * from "../../projections/b.js";\n' },
    { path: "projections/b.ts", source: "" },
    { path: "src/kernel/forgotten.ts", source: 'import { a } from "./a.js";\n' },
    { path: "src/kernel/scripted.ts", source: "" },
    { path: "scripts/seed.ts", source: 'await import("../src/kernel/scripted.js");\n' },
  ];
  t.deepEqual(orphansAmong(files), ["src/kernel/forgotten.ts"]);
  t.deepEqual(orphansAmong(files.slice(1)), [], "without src/main.ts there is nothing to reach");
});
