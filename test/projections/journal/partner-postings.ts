import { provider, type PostingCase } from "./posting-case.js";

const payable = `liability:provider:${provider}:payable`;
const receivable = `asset:provider:${provider}:receivable`;
const reserve = `liability:provider:${provider}:reserve`;
const payoutTransit = "liability:payout:bank_transfer:in_transit";

export const partnerCases: readonly PostingCase[] = [
  {
    title: "a reversed earning is set off against the refund's debt",
    type: "EarningReversed",
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
    title: "a dispute holds the provider's part back",
    type: "DisputeOpened",
    entry: [
      [payable, 123_984],
      [reserve, -123_984],
    ],
  },
  {
    title: "a resolved dispute frees what was held",
    type: "DisputeResolved",
    entry: [
      [reserve, 123_984],
      [payable, -123_984],
    ],
  },
];
