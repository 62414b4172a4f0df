import type { EventFilter } from "./event-filter.js";
import type { From } from "./read-events.js";

/** What a client asked to read, independent of its encoding. */
export interface ReadPlan {
  /** A stream's name, or undefined for $all. */
  readonly stream: string | undefined;
  readonly from: From;
  readonly backwards: boolean;
  readonly resolveLinks: boolean;
  /** How many events to send, or "subscription": all of them, for ever. */
  readonly count: number | "subscription";
  readonly filter: EventFilter | undefined;
}
