import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { appending } from "./bench/append.js";
import { crowding } from "./bench/crowded-market.js";
import { growing } from "./bench/growth.js";
import { serving } from "./bench/http.js";
import { conditions, machine } from "./bench/machine.js";
import type { Measurement, Result } from "./bench/measurement.js";
import { networking } from "./bench/network.js";
import { rebuilding } from "./bench/rebuild.js";
import { starting } from "./bench/starting.js";
import { reportFailure } from "./failure.js";

interface Flags {
  readonly only?: readonly string[];
  readonly json?: string;
  readonly quick?: boolean;
}

const MEASUREMENTS: readonly Measurement[] = [
  appending,
  rebuilding,
  serving,
  starting,
  crowding,
  growing,
  networking,
];
const NAMES = MEASUREMENTS.flatMap(({ names }) => names);

function table(results: readonly Result[]): string {
  const rows = results.map(({ name, value, unit, target, met }) => [
    name,
    String(value),
    unit,
    target ?? "-",
    met === null ? "" : met ? "met" : "MISSED",
  ]);
  const all = [["measurement", "value", "unit", "target", ""], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  const padded = (cell: string, column: number) =>
    column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return all.map((row) => row.map(padded).join("  ").trimEnd()).join("\n");
}

async function bench({ only = NAMES, json, quick = false }: Flags): Promise<number> {
  const circumstances = { machine: machine(), conditions: conditions(quick) };
  const results: Result[] = [];
  const say = (line: string): void => console.error(`... ${line}`);
  for (const measurement of MEASUREMENTS) {
    if (!measurement.names.some((name) => only.includes(name))) continue;
    const found = await measurement.measure({ quick, say });
    results.push(...found.filter(({ name }) => only.includes(name)));
  }
  console.log(table(results));
  if (json !== undefined) {
    await writeFile(json, `${JSON.stringify({ ...circumstances, results }, null, 2)}\n`);
  }
  return results.some(({ met }) => met === false) ? 2 : 0;
}

const program = new Command("bench")
  .description(
    "Measures how fast Daybook is, on stores of its own in a temporary folder. What else runs\n" +
      "on the machine shows in the figures. Exit code 2: a target was missed.\n\n" +
      `Measurements:\n${NAMES.map((name) => `  ${name}`).join("\n")}`,
  )
  .option("--only <names...>", "these measurements alone")
  .option("--json <file>", "write machine, conditions and results into a file as well")
  .option("--quick", "less data: all of it in some minutes")
  .showHelpAfterError()
  .action(async (flags: Flags) => {
    const unknown = flags.only?.filter((name) => !NAMES.includes(name)) ?? [];
    if (unknown.length > 0) program.error(`error: there is no measurement ${unknown.join(", ")}`);
    process.exitCode = await bench(flags).catch(reportFailure);
  });

await program.parseAsync();
