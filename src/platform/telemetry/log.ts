import { Writable } from "node:stream";
import { pino, type DestinationStream, type Logger } from "pino";
import { logLine } from "./log-line.js";

export type { Logger } from "pino";

export interface LogOptions {
  readonly level: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** One readable line an entry instead of JSON, for a terminal. */
  readonly pretty: boolean;
  /** Standard output if absent. */
  readonly destination?: DestinationStream;
}

const SECRETS = ["authorization", "password", "otp", "token", "refresh_token", "secret"];

function redactedPaths(): string[] {
  return SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
}

/** Every secret is cut out by its name, wherever in the first three levels it stands. */
export function createLog({ level, pretty, destination }: LogOptions): Logger {
  const options = { level, base: null, redact: { paths: redactedPaths(), censor: "[redacted]" } };
  const out = destination ?? pino.destination({ dest: 1, sync: true });
  return pino(options, pretty ? readable(out) : out);
}

function readable(out: DestinationStream): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      out.write(logLine(chunk.toString()));
      done();
    },
  });
}
