import type { DisputeEvent } from "./events.js";
import type { DisputeState } from "./state.js";

/** The state after one more fact. A stream that does not begin with its first fact is broken. */
export function evolve(state: DisputeState, event: DisputeEvent): DisputeState {
  if (event.type === "DisputeOpened") return { ...event.data, status: "open" };
  if (state === null) throw new Error("DisputeResolved stands before DisputeOpened");
  return { ...state, status: event.data.outcome };
}
