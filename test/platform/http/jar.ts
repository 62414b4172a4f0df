import { defineAggregate } from "../../../src/kernel/decider.js";
import { PLAIN } from "../../../src/kernel/event-catalogue.js";
import { reject } from "../../../src/kernel/rejection.js";

export interface JarPut {
  readonly type: "PutIntoJar";
  readonly amount: number;
}

export interface JarFilled {
  readonly type: "JarFilled";
  readonly data: { readonly amount: number };
}

/** The smallest aggregate with a rule: a jar holds a hundred. */
export const JAR = defineAggregate<JarPut, number, JarFilled>({
  category: "jar",
  events: { JarFilled: PLAIN },
  initial: 0,
  decide: ({ amount }, total) =>
    total + amount > 100
      ? reject("conflict", "jar_full", "The jar is full.")
      : [{ type: "JarFilled", data: { amount } }],
  evolve: (total, { data }) => total + data.amount,
});
