import { Writable } from "node:stream";
import { pino, type DestinationStream, type Logger } from "pino";
import { logLine } from "./log-line.js";
import { withoutSecrets } from "./secrets.js";

export type { Logger } from "pino";

export interface LogOptions {
  readonly level: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** One readable line an entry instead of JSON, for a terminal. */
  readonly pretty: boolean;
  /** Standard output if absent. */
  readonly destination?: DestinationStream;
}

/** Bytes that are gathered before they are written, and the longest wait for them in ms. */
const BUFFER = { minLength: 4_096, periodicFlush: 500, sync: false };

/** JSON lines without secrets; what is still in the buffer is written when the process exits. */
export function createLog({ level, pretty, destination }: LogOptions): Logger {
  const options = {
    level,
    base: null,
    formatters: { log: withoutSecrets },
    serializers: {
      err: (error: Error) => withoutSecrets({ ...pino.stdSerializers.err(error) }),
    },
  };
  if (pretty) return pino(options, readable(destination ?? process.stdout));
  return pino(options, destination ?? pino.destination({ dest: 1, ...BUFFER }));
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
