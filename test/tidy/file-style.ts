import { basename } from "node:path";
import type { SourceFile } from "../world/source-files.js";

const MOST_COLUMNS = 100;
const MOST_LINES = 250;
/** Migrations begin with their number; everything else is a name of lower-case words. */
const KEBAB_CASE = /^(?:\d+-)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.property)?(?:\.test)?\.ts$/;
const EMPTY_NAME = /(?:^|-)(?:utils?|helpers?|commons?|misc)(?:-|\.)/;

interface LineRule {
  readonly breach: string;
  readonly pattern: RegExp;
}

/** Written with a class in each, so that the rules do not find themselves. */
const LINE_RULES: readonly LineRule[] = [
  { breach: "a note of unfinished work", pattern: /\b(?:TOD[O]|FIXM[E])\b/ },
  { breach: "a cast through unknown", pattern: /\bas[ ]unknown as\b/ },
  { breach: "the type any", pattern: /(?:[:<,|]\s*|\bas )an[y]\b(?=\s*(?:[;,)>=|[\]}]|$))/ },
  { breach: "a default export", pattern: /^export[ ]default\b/ },
  {
    breach: "a test that does not run",
    pattern: /\btest\.(?:serial\.)?(?:ski[p]|onl[y]|failin[g]|tod[o])\b/,
  },
];

/** What is untidy in one file: its name, its length, or a line of it, as `path:line: what`. */
export const untidyIn = (file: SourceFile): string[] => {
  const lines = file.source.replace(/\n$/, "").split("\n");
  const name = basename(file.path);
  const ofFile = [
    ...(KEBAB_CASE.test(name) ? [] : ["its name is not kebab-case"]),
    ...(EMPTY_NAME.test(name) ? ["its name says nothing"] : []),
    ...(lines.length > MOST_LINES ? [`it has ${lines.length} lines`] : []),
  ].map((breach) => `${file.path}: ${breach}`);
  const ofLines = lines.flatMap((line, index) =>
    breachesOf(line).map((breach) => `${file.path}:${index + 1}: ${breach}`),
  );
  return [...ofFile, ...ofLines];
};

const breachesOf = (line: string): string[] => [
  ...(line.length > MOST_COLUMNS ? [`${line.length} columns`] : []),
  ...LINE_RULES.filter(({ pattern }) => pattern.test(line)).map(({ breach }) => breach),
];
