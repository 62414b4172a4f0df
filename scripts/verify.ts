import { Command } from "commander";
import type { Projecting } from "../src/platform/projecting/rebuild.js";
import { verify } from "../src/platform/projecting/verify.js";
import { reportFailure } from "./failure.js";
import { interruption } from "./interruption.js";
import { withStores } from "./open-stores.js";
import { progressBar } from "./progress-bar.js";

async function verifyNamed(stores: Projecting, names: readonly string[]): Promise<number> {
  const bar = progressBar();
  try {
    const options = { ...stores, names, onProgress: bar.show, signal: interruption() };
    const { compared, failed, events, seconds } = await verify(options);
    bar.end();
    let differing = 0;
    for (const { projection, table, rows, examples, ...found } of compared) {
      differing += found.differing;
      const verdict = found.differing === 0 ? "equal" : `${found.differing} DIFFER`;
      console.log(`${projection} ${table}: ${rows} rows, ${verdict}`);
      for (const { key, kind, live, rebuilt } of examples) {
        console.log(
          `  ${JSON.stringify(key)} ${kind}\n    live    ${live}\n    rebuilt ${rebuilt}`,
        );
      }
    }
    for (const { name, error } of failed) console.error(`not compared: ${name}: ${error.message}`);
    console.log(`${events} events replayed in ${seconds.toFixed(1)} s`);
    return differing === 0 && failed.length === 0 ? 0 : 1;
  } finally {
    bar.end();
  }
}

const program = new Command("verify")
  .description(
    "Rebuilds read models from the event log on the side and compares them with the live ones,\n" +
      "row by row and byte by byte, at one position. Nothing live is changed or held up.",
  )
  .argument("[names...]", "projections to verify; all of them if none is named")
  .showHelpAfterError()
  .action(async (names: readonly string[]) => {
    process.exitCode = await withStores((stores) => verifyNamed(stores, names)).catch(
      reportFailure,
    );
  });

await program.parseAsync();
