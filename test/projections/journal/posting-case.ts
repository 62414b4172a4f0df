import type { postingRules } from "../../../projections/journal/posting-rules/table.js";

/** An event, by its stored sample and what is changed of it, with the entry that it posts. */
export interface PostingCase {
  readonly title: string;
  readonly type: keyof typeof postingRules;
  readonly changes?: object;
  /** Debits above zero, credits below, in minor units. */
  readonly entry: [string, number][];
}

export const booking = "7c1f0a52-7a0e-4a55-8f0b-2d3c6a1e9b01";
export const provider = "1c8d3e75-8b6f-4e1f-9c43-6b2a4d8e0f12";
export const wallet = "9e0fb0fd-03e7-4697-94cb-e3a2c5068190";
