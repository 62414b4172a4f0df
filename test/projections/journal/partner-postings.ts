import { provider, type PostingCase } from "./posting-case.js";

const payable = `liability:provider:${provider}:payable`;
const receivable = `asset:provider:${provider}:receivable`;
const reserve = `liability:provider:${provider}:reserve`;
const payoutTransit = "liability:payout:bank_transfer:in_transit";

export const partnerCases: readonly PostingCase[] = [
  {
    title: "a reversed earning is set off against the refund's debt",
    type: "EarningReversed",
    changes: { fromHeld: 0 },
    entry: [
      [payable, 23_984],
      [receivable, -23_984],
    ],
  },
  {
    title: "a payout nets the provider's debt",
    type: "PayoutRequested",
    entry: [
      [payable, 100_000],
      [receivable, -40_000],
      [payoutTransit, -60_000],
    ],
  },
  {
    title: "a completed payout has left the bank",
    type: "PayoutCompleted",
    entry: [
      [payoutTransit, 60_000],
      ["asset:bank:main", -60_000],
    ],
  },
  {
    title: "a failed payout is the exact reverse of its request",
    type: "PayoutFailed",
    entry: [
      [payable, -100_000],
      [receivable, 40_000],
      [payoutTransit, 60_000],
    ],
  },
  {
    title: "a refund that ends a dispute uses what was held for it",
    type: "EarningReversed",
    changes: { fromPending: 0, fromHeld: 123_984 },
    entry: [
      [reserve, 123_984],
      [receivable, -123_984],
    ],
  },
  {
    title: "a dispute holds the provider's part back, what is paid out already as their debt",
    type: "EarningHeld",
    entry: [
      [payable, 90_000],
      [receivable, 33_984],
      [reserve, -123_984],
    ],
  },
  {
    title: "a dispute that is over frees what was held, the exact reverse",
    type: "EarningFreed",
    entry: [
      [reserve, 123_984],
      [payable, -90_000],
      [receivable, -33_984],
    ],
  },
];
