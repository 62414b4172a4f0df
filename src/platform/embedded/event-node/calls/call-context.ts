import type { EventLog } from "../event-log.js";

/** What every call works with. */
export interface CallContext {
  readonly log: EventLog;
  /** The most bytes that one append may bring. */
  readonly maxAppendSize: number;
  /** The address to tell to clients that did not say which one they used. */
  readonly advertise: () => { host: string; port: number };
}
