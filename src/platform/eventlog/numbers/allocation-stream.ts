import { defineAggregate } from "../../../kernel/decider.js";
import { PLAIN } from "../../../kernel/event-catalogue.js";

export interface NumberAllocated {
  readonly type: "NumberAllocated";
  readonly data: { readonly sequence: string; readonly number: number };
}

export interface RecordAllocation {
  readonly type: "RecordAllocation";
  readonly sequence: string;
  readonly number: number;
}

/** Which number one command got: one stream a command, so a retry finds it without a search. */
export const allocationStream = defineAggregate<
  RecordAllocation,
  number | undefined,
  NumberAllocated
>({
  category: "allocation",
  initial: undefined,
  events: { NumberAllocated: PLAIN },
  decide: ({ sequence, number }, allocated) =>
    allocated === undefined ? [{ type: "NumberAllocated", data: { sequence, number } }] : [],
  evolve: (_, { data }) => data.number,
});
