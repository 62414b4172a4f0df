import type { ReadModel } from "../../kernel/read-model.js";
import type { ReferralTree } from "./referral-tree.js";

/** A process' one copy of the referral network. */
export interface Network {
  /** The tree with all that these reads see: a request's own writes, above all. */
  current(reads: ReadModel): Promise<ReferralTree>;
  /** Does a piece of work on the tree once all earlier pieces are done. */
  inTurn(work: () => Promise<void>): Promise<void>;
}
