import { Command, InvalidArgumentError } from "commander";
import { reportFailure } from "./failure.js";
import { withFoundation } from "./open-stores.js";
import { replay, type ReplayOptions } from "./replay/replay.js";

function place(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError(
    "It must be a whole number: a revision, or with --all a position.",
  );
}

function instant(text: string): string {
  const time = Date.parse(text);
  if (Number.isFinite(time)) return new Date(time).toISOString();
  throw new InvalidArgumentError("It must be a time such as 2026-01-31T12:00:00Z.");
}

type Flags = Omit<ReplayOptions, "stream"> & { readonly all?: true };

const program = new Command("replay")
  .description(
    "Reads events back in order: one stream, or with --all the whole log. One JSON object a\n" +
      "line, with the state after the event when asked. Personal data is readable unless it\n" +
      "was erased.",
  )
  .argument("[stream]", "for example booking-6f1c2a9e-0f6e-4d5c-9f0a-3b1d2c4e5f60")
  .option("--all", "the whole log instead of one stream")
  .option("--from <place>", "first revision of the stream; with --all, position in the log", place)
  .option("--to <place>", "last revision of the stream; with --all, position in the log", place)
  .option("--as-of <time>", "nothing that happened later", instant)
  .option("--type <names...>", "only events of these types")
  .option("--state", "the state after each event")
  .option("--out <file>", "write to a file instead of the terminal")
  .showHelpAfterError()
  .action(async (stream: string | undefined, { all, ...options }: Flags) => {
    if ((stream === undefined) === (all === undefined)) {
      program.error("error: name one stream, or say --all");
    }
    process.exitCode = await withFoundation((foundation) =>
      replay(foundation, { ...options, ...(stream === undefined ? {} : { stream }) }),
    ).catch(reportFailure);
  });

await program.parseAsync();
