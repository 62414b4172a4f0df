import type { DisputeEvent, DisputeOpened } from "./events.js";

export interface Dispute extends DisputeOpened {
  readonly status: "open" | "dismissed" | "refund";
}

/** Null until opened. */
export type DisputeState = Dispute | null;

export function evolve(state: DisputeState, event: DisputeEvent): DisputeState {
  if (event.type === "DisputeOpened") return { ...event.data, status: "open" };
  if (state === null) throw new Error("DisputeResolved stands before DisputeOpened");
  return { ...state, status: event.data.outcome };
}
