import type { ServiceEvent } from "./events.js";
import type { ServiceState } from "./state.js";

/** The state after one more fact. A stream that does not begin with its first fact is broken. */
export function evolve(state: ServiceState, event: ServiceEvent): ServiceState {
  switch (event.type) {
    case "ServiceAdded":
    case "ServiceChanged":
      return event.data;
    case "ServiceRetired":
      if (state === null) throw new Error("ServiceRetired stands before ServiceAdded");
      return { ...state, offer: { ...state.offer, isActive: false } };
  }
}
