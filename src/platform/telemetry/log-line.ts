const LEVELS: Readonly<Record<number, string>> = {
  10: "trace",
  20: "debug",
  30: "info",
  40: "WARN",
  50: "ERROR",
  60: "FATAL",
};

interface Entry {
  readonly level: number;
  readonly time: number;
  readonly msg?: string;
  readonly err?: { readonly stack?: string };
}

/** One JSON entry of pino as a line for people: `10:00:00 info  message key=value`. */
export function logLine(json: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(json) as Entry & Record<string, unknown>;
  const clock = new Date(time).toISOString().slice(11, 19);
  const word = (LEVELS[level] ?? String(level)).padEnd(5);
  const fields = Object.entries(rest).map(([name, value]) => `${name}=${plain(value)}`);
  const line = [clock, word, msg ?? "", ...fields].join(" ");
  return err?.stack === undefined ? `${line}\n` : `${line}\n${err.stack}\n`;
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
