import type { NomineeEvent } from "./events.js";
import { NO_PROOF, type NomineeState } from "./state.js";

/** The state after one more fact. A stream that does not begin with its first fact is broken. */
export function evolve(state: NomineeState, event: NomineeEvent): NomineeState {
  if (event.type === "NomineeNamed") {
    const { accountId, person } = event.data;
    return { accountId, person, proof: NO_PROOF, status: "pending", reason: "" };
  }
  if (state === null) throw new Error(`${event.type} stands before NomineeNamed`);
  switch (event.type) {
    case "NomineeChanged":
      return { ...state, person: event.data.person };
    case "NomineeProofSubmitted":
      return { ...state, proof: event.data.proof, status: "pending", reason: "" };
    case "NomineeVerified":
      return { ...state, status: "verified", reason: "" };
    case "NomineeRejected":
      return { ...state, status: "rejected", reason: event.data.reason };
  }
}
