/** Which steps a payout takes; see `steps.ts`. */
export type PayoutCourse = "direct" | "approved";
