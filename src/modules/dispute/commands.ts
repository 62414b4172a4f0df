import type { Minor } from "../../kernel/money.js";
import type { DisputeOpened } from "./events.js";

export interface OpenDispute extends DisputeOpened {
  readonly type: "OpenDispute";
}

export interface ResolveDispute {
  readonly type: "ResolveDispute";
  readonly outcome: "dismissed" | "refund";
  readonly resolution: string;
  /** What the customer gets back; 0 when dismissed. */
  readonly refund: Minor;
}

export type DisputeCommand = OpenDispute | ResolveDispute;
