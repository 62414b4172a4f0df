import type { DisputeOpened } from "./events.js";

export interface Dispute extends DisputeOpened {
  readonly status: "open" | "dismissed" | "refund";
}

/** Null until opened. */
export type DisputeState = Dispute | null;
