import { Command } from "commander";
import { projectionStatus } from "../src/platform/projecting/status.js";
import { abortRebuild, rebuildHistory } from "../src/platform/projecting/rebuild-record.js";
import { rebuild, type Projecting } from "../src/platform/projecting/rebuild.js";
import { rollBack } from "../src/platform/projecting/roll-back.js";
import { reportFailure } from "./failure.js";
import { interruption } from "./interruption.js";
import { withStores } from "./open-stores.js";
import { progressBar } from "./progress-bar.js";

interface Flags {
  readonly all?: true;
  readonly status?: true;
  readonly abort?: true;
  readonly rollback?: string;
}

async function rebuildNamed(stores: Projecting, names: readonly string[]): Promise<number> {
  const bar = progressBar();
  try {
    const options = { ...stores, names, onProgress: bar.show, signal: interruption() };
    const { live, failed, events, seconds } = await rebuild(options);
    bar.end();
    const rate = Math.round(events / seconds);
    console.log(`${events} events in ${seconds.toFixed(1)} s (${rate}/s)`);
    for (const name of live) console.log(`live: ${name}`);
    for (const { name, error } of failed) console.error(`failed: ${name}: ${error.message}`);
    return failed.length === 0 ? 0 : 1;
  } finally {
    bar.end();
  }
}

async function showStatus(stores: Projecting): Promise<number> {
  const status = await projectionStatus(stores);
  console.table(
    status.map(({ name, state, version, code_version, position, lag, retired_version }) => ({
      name,
      state,
      version,
      code: code_version,
      position,
      lag,
      retired: retired_version,
    })),
  );
  for (const { name, error } of status) if (error !== null) console.log(`${name}: ${error}`);
  for (const past of await rebuildHistory(stores.database, 5)) {
    const speed = past.rate > 0 ? `, ${Math.round(past.rate)} events/s` : "";
    const left = past.eta === null ? "" : `, ${past.eta} s left`;
    console.log(
      `${past.started_at} ${past.purpose} ${past.names.join(", ")}: ${past.phase}` + speed + left,
    );
  }
  return 0;
}

async function abort(stores: Projecting): Promise<number> {
  const running = await abortRebuild(stores.database);
  console.log(running ? "The running rebuild will end in a moment." : "No rebuild is running.");
  return running ? 0 : 1;
}

async function goBack(stores: Projecting, name: string): Promise<number> {
  const { version, position } = await rollBack(stores, name, interruption());
  console.log(`${name} is back to version ${version}, at position ${position}`);
  return 0;
}

const program = new Command("rebuild")
  .description(
    "Rebuilds read models from the event log beside the live ones and swaps them in.\n" +
      "The service may run meanwhile; reads never stop.",
  )
  .argument("[names...]", "projections to rebuild")
  .option("--all", "rebuild every projection")
  .option("--status", "show projections and the latest rebuilds")
  .option("--abort", "end the running rebuild; what is live stays as it is")
  .option("--rollback <name>", "put the retired tables of a projection back")
  .showHelpAfterError()
  .action(async (names: readonly string[], { all, status, abort: end, rollback }: Flags) => {
    const wishes = [names.length > 0, all, status, end, rollback !== undefined].filter(Boolean);
    if (wishes.length !== 1) {
      program.error("error: say what to do: names of projections, or one of the options");
    }
    process.exitCode = await withStores((stores) => {
      if (status === true) return showStatus(stores);
      if (end === true) return abort(stores);
      return rollback === undefined ? rebuildNamed(stores, names) : goBack(stores, rollback);
    }).catch(reportFailure);
  });

await program.parseAsync();
