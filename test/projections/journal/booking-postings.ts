import { booking, wallet, type PostingCase } from "./posting-case.js";

const visitor = "a4e8b6d2-0c3f-4e9b-b7a1-6d5f8e2c9a04";
const escrow = `liability:booking:${booking}:escrow`;
const clearing = "asset:gateway:razorpay:clearing";
const refundTransit = "liability:refund:razorpay:in_transit";

const SUBSIDISED = {
  currency: "INR",
  total: 100_000,
  providerShare: 90_000,
  platformShare: 10_000,
  commission: -5_254,
  tax: 15_254,
};

export const bookingCases: readonly PostingCase[] = [
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
    title: "what was held of money that was charged back makes the loss good",
    type: "ChargebackCovered",
    entry: [
      [escrow, 88_560],
      ["expense:chargeback_loss", -88_560],
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
];
