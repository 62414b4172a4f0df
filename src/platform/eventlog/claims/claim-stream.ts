import { defineAggregate } from "../../../kernel/decider.js";
import { PLAIN } from "../../../kernel/event-catalogue.js";

interface ClaimData {
  readonly scope: string;
  readonly owner: string;
}

export type ClaimEvent =
  | { readonly type: "ClaimTaken"; readonly data: ClaimData }
  | { readonly type: "ClaimReleased"; readonly data: ClaimData };

export interface ClaimCommand {
  readonly type: "Take" | "Release";
  readonly scope: string;
  readonly owner: string;
}

/** Who holds the value, if anybody. */
export interface ClaimState {
  readonly owner: string | undefined;
}

/** One stream a value. Taking what is taken and freeing what is another's changes nothing. */
export const claimStream = defineAggregate<ClaimCommand, ClaimState, ClaimEvent>({
  category: "claim",
  initial: { owner: undefined },
  events: { ClaimTaken: PLAIN, ClaimReleased: PLAIN },
  decide({ type, scope, owner }, state) {
    if (type === "Take") {
      return state.owner === undefined ? [{ type: "ClaimTaken", data: { scope, owner } }] : [];
    }
    return state.owner === owner ? [{ type: "ClaimReleased", data: { scope, owner } }] : [];
  },
  evolve(_, event) {
    return { owner: event.type === "ClaimTaken" ? event.data.owner : undefined };
  },
});
