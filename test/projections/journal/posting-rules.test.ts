import test from "ava";
import { postingRules } from "../../../projections/journal/posting-rules/table.js";
import { ledgerLines, posted, sample } from "./posted.js";

const booking = "7c1f0a52-7a0e-4a55-8f0b-2d3c6a1e9b01";
const visitor = "a4e8b6d2-0c3f-4e9b-b7a1-6d5f8e2c9a04";
const provider = "1c8d3e75-8b6f-4e1f-9c43-6b2a4d8e0f12";
const wallet = "9e0fb0fd-03e7-4697-94cb-e3a2c5068190";

const escrow = `liability:booking:${booking}:escrow`;
const clearing = "asset:gateway:razorpay:clearing";
const refundTransit = "liability:refund:razorpay:in_transit";
const payable = `liability:provider:${provider}:payable`;
const receivable = `asset:provider:${provider}:receivable`;
const reserve = `liability:provider:${provider}:reserve`;
const payoutTransit = "liability:payout:bank_transfer:in_transit";

interface Case {
  readonly title: string;
  readonly type: keyof typeof postingRules;
  readonly changes?: object;
  readonly entry: [string, number][];
}

const SUBSIDISED = {
  currency: "INR",
  total: 100_000,
  providerShare: 90_000,
  platformShare: 10_000,
  commission: -5_254,
  tax: 15_254,
};

const cases: readonly Case[] = [
  {
    title: "an online capture is owed to the booking",
    type: "PaymentCaptured",
    entry: [
      [clearing, 177_120],
      [escrow, -177_120],
    ],
  },
  {
    title: "completion splits the escrow into the provider's share, commission and tax",
    type: "BookingCompleted",
    entry: [
      [escrow, 177_120],
      [`liability:provider:${visitor}:payable`, -123_984],
      ["revenue:commission", -20_016],
      ["liability:tax:gst_output", -33_120],
    ],
  },
  {
    title: "cash in the provider's hand is their debt, and goes through the escrow",
    type: "BookingCompleted",
    changes: { paidBy: "cash" },
    entry: [
      [`asset:provider:${visitor}:receivable`, 177_120],
      [escrow, -177_120],
      [escrow, 177_120],
      [`liability:provider:${visitor}:payable`, -123_984],
      ["revenue:commission", -20_016],
      ["liability:tax:gst_output", -33_120],
    ],
  },
  {
    title: "a tax that the platform's part does not cover is paid out of its revenue",
    type: "BookingCompleted",
    changes: { split: SUBSIDISED },
    entry: [
      [escrow, 100_000],
      [`liability:provider:${visitor}:payable`, -90_000],
      ["revenue:commission", 5_254],
      ["liability:tax:gst_output", -15_254],
    ],
  },
  {
    title: "a late cancellation gives the money back less the fee",
    type: "BookingCancelled",
    entry: [
      [escrow, 177_120],
      [refundTransit, -159_408],
      ["revenue:cancellation_fee", -17_712],
    ],
  },
  {
    title: "a free cancellation gives all of it back, to the wallet if so asked",
    type: "BookingCancelled",
    changes: { fee: 0, refund: 177_120, refundTo: "wallet" },
    entry: [
      [escrow, 177_120],
      ["liability:refund:wallet:in_transit", -177_120],
    ],
  },
  {
    title: "a cancellation before any money posts nothing",
    type: "BookingCancelled",
    changes: { paid: 0, fee: 0, refund: 0, refundId: null },
    entry: [],
  },
  {
    title: "money that came after the cancellation goes back whole",
    type: "LatePaymentReturned",
    entry: [
      [escrow, 177_120],
      [refundTransit, -177_120],
    ],
  },
  {
    title: "a refund after completion takes every leg back",
    type: "RefundGranted",
    entry: [
      [`asset:provider:${visitor}:receivable`, 61_992],
      ["revenue:commission", 10_008],
      ["liability:tax:gst_output", 16_560],
      [refundTransit, -88_560],
    ],
  },
  {
    title: "a refund before completion comes out of the escrow",
    type: "RefundGranted",
    changes: {
      providerId: null,
      legs: { escrow: 88_560, fee: 0, provider: 0, commission: 0, tax: 0 },
    },
    entry: [
      [escrow, 88_560],
      [refundTransit, -88_560],
    ],
  },
  {
    title: "a refund after a cancellation gives the fee back",
    type: "RefundGranted",
    changes: {
      providerId: null,
      amount: 17_712,
      legs: { escrow: 0, fee: 17_712, provider: 0, commission: 0, tax: 0 },
    },
    entry: [
      ["revenue:cancellation_fee", 17_712],
      [refundTransit, -17_712],
    ],
  },
  {
    title: "a confirmed refund has left the gateway",
    type: "RefundConfirmed",
    entry: [
      [refundTransit, 159_408],
      [clearing, -159_408],
    ],
  },
  {
    title: "a confirmed refund of cash has left the bank",
    type: "RefundConfirmed",
    changes: { gateway: null },
    entry: [
      ["liability:refund:bank:in_transit", 159_408],
      ["asset:bank:main", -159_408],
    ],
  },
  {
    title: "a refund to the wallet clears with the wallet's credit",
    type: "RefundConfirmed",
    changes: { to: "wallet", gateway: null },
    entry: [],
  },
  {
    title: "the wallet's credit clears a refund",
    type: "WalletCredited",
    entry: [
      ["liability:refund:wallet:in_transit", 177_120],
      [`liability:wallet:${wallet}`, -177_120],
    ],
  },
  {
    title: "a deposit comes from the bank",
    type: "WalletCredited",
    changes: { kind: "deposit" },
    entry: [
      ["asset:bank:deposits", 177_120],
      [`liability:wallet:${wallet}`, -177_120],
    ],
  },
  {
    title: "a referral bonus is an expense",
    type: "WalletCredited",
    changes: { kind: "referral_bonus" },
    entry: [
      ["expense:referral_bonus", 177_120],
      [`liability:wallet:${wallet}`, -177_120],
    ],
  },
  {
    title: "a pair bonus is an expense",
    type: "WalletCredited",
    changes: { kind: "pair_bonus" },
    entry: [
      ["expense:pair_bonus", 177_120],
      [`liability:wallet:${wallet}`, -177_120],
    ],
  },
  {
    title: "an instalment leaves the wallet for the booking",
    type: "WalletDebited",
    changes: { bookingId: booking },
    entry: [
      [`liability:wallet:${wallet}`, 50_000],
      [escrow, -50_000],
    ],
  },
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
    title: "a payout from a wallet withholds tax",
    type: "PayoutRequested",
    changes: {
      source: "wallet",
      payeeId: wallet,
      rail: "upi",
      deduction: 0,
      tds: 500,
      net: 99_500,
    },
    entry: [
      [`liability:wallet:${wallet}`, 100_000],
      ["liability:tax:tds", -500],
      ["liability:payout:upi:in_transit", -99_500],
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

for (const { title, type, changes, entry } of cases) {
  test(`${type}: ${title}`, (t) => {
    t.deepEqual(ledgerLines(posted(type, sample(type, changes))), entry);
  });
}

test("every posting rule has its entry stated here", (t) => {
  const stated = [...new Set(cases.map(({ type }) => type))];
  t.deepEqual(stated.sort(), Object.keys(postingRules).sort());
});

test("an entry names what it concerns, a gateway's id included", (t) => {
  t.deepEqual(posted("PaymentCaptured", sample("PaymentCaptured"))?.references, [
    `booking:${booking}`,
    "payment:c0a9d3e4-6b1f-4b7a-8a5d-9f2e7c4b1d03",
    "razorpay:pay_NXhm45hIjK6lMn",
  ]);
  t.deepEqual(posted("PayoutCompleted", sample("PayoutCompleted"))?.references, [
    "payout:7c2d9edb-e1c5-4475-b2a9-c180a3e46f78",
    `provider:${provider}`,
    "bank:TXN123456",
  ]);
});
