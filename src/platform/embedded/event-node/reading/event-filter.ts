import { parseStored } from "../wire/stored-event.js";

/** A server-side filter of a subscription to $all. */
export interface EventFilter {
  readonly field: "stream" | "type";
  /** Either a regular expression … */
  readonly regex: RegExp | undefined;
  /** … or any of these beginnings. */
  readonly prefixes: readonly string[];
  /** A checkpoint is due after so many events, whether they pass or not. */
  readonly checkpointInterval: number;
}

/** Whether an event passes the filter. */
export function passes(filter: EventFilter, bytes: Buffer): boolean {
  const value = parseStored(bytes)[filter.field];
  if (filter.regex !== undefined) return filter.regex.test(value);
  return filter.prefixes.some((prefix) => value.startsWith(prefix));
}
