import { defineAggregate } from "../../../src/kernel/decider.js";
import { PLAIN } from "../../../src/kernel/event-catalogue.js";
import { reject } from "../../../src/kernel/rejection.js";

export interface TallyEvent {
  readonly type: "Added";
  readonly data: { readonly amount: number; readonly note?: string | undefined };
}

export interface TallyCommand {
  readonly type: "Add";
  /** 0 changes nothing; below 0 is refused once the tally stands at `floor`. */
  readonly amount: number;
  readonly floor?: number;
  readonly times?: number;
}

/** The smallest aggregate that can accept, ignore and refuse. */
export const tally = defineAggregate<TallyCommand, number, TallyEvent>({
  category: "tally",
  initial: 0,
  events: { Added: PLAIN },
  decide({ amount, floor = 0, times = 1 }, total) {
    if (total + amount < floor) return reject("conflict", "too_low", "The tally is too low.");
    if (amount === 0) return [];
    return Array.from({ length: times }, () => ({
      type: "Added",
      data: { amount, note: undefined },
    }));
  },
  evolve: (total, { data }) => total + data.amount,
});

export function add(amount: number, more: Partial<TallyCommand> = {}): TallyCommand {
  return {
    type: "Add",
    amount,
    ...more,
  };
}
