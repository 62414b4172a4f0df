import type { Operation } from "./operations.js";

type Chosen = Partial<Pick<Operation, "booking" | "provider" | "amount">>;

/** One thing that happens, a minute after the last; the processes act on it at once. */
function then(what: Operation["what"], chosen: Chosen = {}): Operation {
  return { what, booking: 0, provider: 0, amount: 1, minutes: 1, settles: true, ...chosen };
}

function paidOnline(booking: number): readonly Operation[] {
  return [then("place online", { booking, amount: 70_000 }), then("pay", { booking })];
}

function completed(booking: number): readonly Operation[] {
  return [...paidOnline(booking), then("accept", { booking }), then("complete", { booking })];
}

/** What an amount stands for besides money; `operations` draws these from it. */
const OPENED = 3;
const WON = 1;
const LOST = 2;
const DISMISSED = 30_001;
const TO_WALLET = 30_000;
const FIRST_PAYOUT = 0;
const SECOND_PAYOUT = 1;

/**
 * One business to which all happens that the journal posts: what random businesses only may come
 * to, such as a booking that is cancelled after its payment was charged back.
 */
export const everyEntry: readonly Operation[] = [
  // The provider earns, the customer complains in vain, and the gateway settles.
  ...completed(0),
  then("contest", { amount: DISMISSED }),
  then("contest", { amount: DISMISSED }),
  then("settle"),
  // The first transfer fails, the second arrives.
  then("order payout", { amount: FIRST_PAYOUT }),
  then("fail payout", { amount: FIRST_PAYOUT }),
  then("order payout", { amount: SECOND_PAYOUT }),
  then("pay out", { amount: SECOND_PAYOUT }),
  // The customer's bank asks for the money of a completed booking back, once in vain.
  then("charge back", { amount: OPENED }),
  then("charge back", { amount: WON }),
  then("charge back", { amount: LOST }),
  // Part of a completed booking's money goes to the customer's wallet.
  ...completed(1),
  then("refund", { booking: 1, amount: TO_WALLET }),
  then("confirm refunds", { booking: 1 }),
  // The money comes when the booking is cancelled already, and goes back to the gateway.
  then("place online", { booking: 2, amount: 70_000 }),
  then("cancel", { booking: 2 }),
  then("pay", { booking: 2 }),
  then("confirm refunds", { booking: 2 }),
  // A booking is cancelled whose payment the customer's bank has taken back in part.
  ...paidOnline(3),
  then("charge back", { booking: 3, amount: LOST }),
  then("cancel", { booking: 3 }),
];
