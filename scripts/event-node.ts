import { Command, InvalidArgumentError, Option } from "commander";
import { CannotStart } from "../src/platform/embedded/cannot-start.js";
import { serveEventNode } from "../src/platform/embedded/event-node/serve.js";

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly memory?: true;
  readonly watchParent?: number;
  readonly maxAppendSize: number;
  readonly commitTimeout?: number;
}

function wholeNumber(most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${most}.`);
  };
}

const program = new Command("event-node")
  .description("Runs the embedded event node: EventStoreDB's streams over gRPC, without TLS.")
  .requiredOption("--port <n>", "port to listen on; 0 takes any free one", wholeNumber(65_535))
  .option("--host <address>", "address to listen on", "127.0.0.1")
  .addOption(new Option("--data <folder>", "keep the events durably in this folder"))
  .addOption(new Option("--memory", "keep the events in memory only").conflicts("data"))
  .option("--watch-parent <pid>", "exit when this process ends", wholeNumber(2 ** 31))
  .addOption(
    new Option("--max-append-size <bytes>", "largest append")
      .env("EVENTSTORE_MAX_APPEND_SIZE")
      .argParser(wholeNumber(16 * 2 ** 20))
      .default(2 ** 20),
  )
  .addOption(
    new Option("--commit-timeout <ms>", "how long a writer waits; without: as long as it takes")
      .env("EVENTSTORE_COMMIT_TIMEOUT_MS")
      .argParser(wholeNumber(2 ** 31 - 1)),
  )
  .showHelpAfterError()
  .action(async (flags: Flags) => {
    if (flags.data === undefined && flags.memory === undefined) {
      program.error("error: say where the events are to be kept: --data <folder> or --memory");
    }
    const { data, memory: _, ...rest } = flags;
    const storage =
      data === undefined ? { kind: "memory" as const } : { kind: "disk" as const, folder: data };
    try {
      await serveEventNode({ ...rest, storage });
    } catch (error) {
      if (error instanceof CannotStart) program.error(`error: ${error.message}`);
      throw error;
    }
  });

await program.parseAsync();
