import { defineAggregate } from "../../../kernel/decider.js";
import { sequenceEvents } from "../numbers/sequence.js";

interface NumberDrawn {
  readonly type: "NumberDrawn";
  readonly data: object;
}

/** A sequence as something that can be drafted: how many numbers were drawn. */
export const drawing = defineAggregate<"draw", number, NumberDrawn>({
  category: "sequence",
  initial: 0,
  events: sequenceEvents,
  decide: () => [{ type: "NumberDrawn", data: {} }],
  evolve: (drawn) => drawn + 1,
});
