import type { Step } from "./member-steps.js";

type Chosen = Partial<Pick<Step, "which" | "amount">>;

/** One thing that a member or an admin does; the processes act on it at once. */
function then(what: Step["what"], chosen: Chosen = {}): Step {
  return { what, which: 0, amount: 1, settles: true, ...chosen };
}

/** An even payout holds an instalment back, an odd one none (`member-steps.ts`). */
const WITH_EMI = 300_000;
const WITHOUT_EMI = 300_001;
/** A payment that three divides pays all that remains of a booking. */
const ALL_THE_REST = 3;
/** `send`, `reject` and `complete` take the payout of this place in the order of asking. */
const FIRST = 0;
const LAST = 5;

/** One member to whom all happens that random members only may come to. */
export const wholeMembership: readonly Step[] = [
  then("deposit", { amount: 3_000_000 }),
  then("pair"),
  // Two bookings, the first paid from the wallet too.
  then("book"),
  then("hold", { amount: 500_000 }),
  then("book", { which: 1 }),
  then("pay", { which: 1, amount: 400_000 }),
  // A payout that pays an instalment, and one that is rejected.
  then("ask", { amount: WITH_EMI }),
  then("send", { amount: FIRST }),
  then("complete", { amount: FIRST }),
  then("ask", { amount: WITHOUT_EMI }),
  then("reject", { amount: LAST }),
  // One booking is paid to the end, the other cancelled and its money given back.
  then("pay", { amount: ALL_THE_REST }),
  then("cancel", { which: 1 }),
];
