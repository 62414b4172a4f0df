import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { totalsOf, type Totals } from "./totals.js";

/** A suite on its way. */
export interface Suite {
  readonly child: ChildProcess;
  /** The totals, once the suite has ended; `code` is what our own process ends with. */
  readonly outcome: Promise<Totals & { readonly code: number }>;
}

/**
 * Runs ava on the selected tests, as many files at once as there are cores (two at least, since the
 * tests mostly wait), shows its report as it comes and keeps it for counting.
 */
export const startSuite = (selection: readonly string[], databaseUrl: string): Suite => {
  const entry = createRequire(import.meta.url).resolve("ava");
  const cli = join(dirname(entry), "cli.mjs");
  const concurrency = String(Math.max(2, availableParallelism()));
  const child = spawn(process.execPath, [cli, "--concurrency", concurrency, ...selection], {
    env: {
      ...process.env,
      TEST_DATABASE_URL: databaseUrl,
      ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const report: string[] = [];
  createInterface(child.stdout).on("line", (line) => {
    console.log(line);
    report.push(stripVTControlCharacters(line).trimEnd());
  });
  const outcome = once(child, "close").then(([code]) => ({
    ...totalsOf(report, code === 0),
    code: typeof code === "number" ? code : 1,
  }));
  return { child, outcome };
};
