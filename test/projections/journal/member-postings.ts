import { wallet, type PostingCase } from "./posting-case.js";

const booking = "4a6c1d7e-2f3b-4c8a-9d10-6e5f4a3b2c02";
const buyer = "4a6c1d7e-2f3b-4c8a-9d10-6e5f4a3b2c01";
const member = "m1";
const escrow = `liability:booking:${booking}:escrow`;
const inTransit = "liability:payout:bank_transfer:in_transit";
const balance = `liability:wallet:${wallet}`;
const emiHeld = `liability:emi:${member}:held`;
const emi = { amount: 200_000, bookingId: booking, paymentId: "p1" };
const purpose = { kind: "payout", payoutId: "o1", rail: "bank_transfer", tds: 50_000 };
const returned = { rail: "bank_transfer", tds: 50_000, emi: 200_000, transfer: 750_000 };

/** What members of EV Distribution do, by the worked numbers of the document. */
export const memberCases: readonly PostingCase[] = [
  {
    title: "an instalment is at the bank and held for its booking",
    type: "InstalmentPaid",
    entry: [
      ["asset:bank:online", 500_000],
      [escrow, -500_000],
    ],
  },
  {
    title: "an instalment from the wallet is due until the hold is captured",
    type: "InstalmentPaid",
    changes: { method: "wallet" },
    entry: [
      [`asset:wallet:${buyer}:due`, 500_000],
      [escrow, -500_000],
    ],
  },
  {
    title: "an instalment out of what was held for it",
    type: "InstalmentPaid",
    changes: { method: "emi_held" },
    entry: [
      [`liability:emi:${buyer}:held`, 500_000],
      [escrow, -500_000],
    ],
  },
  {
    title: "a booking that is paid off is a sale",
    type: "BookingPaidOff",
    entry: [
      [escrow, 5_000_000],
      ["revenue:vehicle_sales", -5_000_000],
    ],
  },
  {
    title: "a captured hold pays what is due",
    type: "WalletHoldCaptured",
    changes: { ownerId: member, purpose: { kind: "instalment", bookingId: booking } },
    entry: [
      [balance, 100_000],
      [`asset:wallet:${member}:due`, -100_000],
    ],
  },
  {
    title: "a payout of 10,000.00 withholds 500.00, holds 2,000.00 and sends 7,500.00",
    type: "WalletHoldCaptured",
    changes: { ownerId: member, amount: 1_000_000, purpose: { ...purpose, net: 950_000, emi } },
    entry: [
      [balance, 1_000_000],
      ["liability:tax:tds", -50_000],
      [emiHeld, -200_000],
      [inTransit, -750_000],
    ],
  },
  {
    title: "a hold that names no purpose posts nothing",
    type: "WalletHoldCaptured",
    entry: [],
  },
  {
    title: "a payout that comes back reverses each leg",
    type: "WalletCredited",
    changes: { ownerId: member, amount: 1_000_000, kind: "payout_returned", returned },
    entry: [
      ["liability:tax:tds", 50_000],
      [emiHeld, 200_000],
      [inTransit, 750_000],
      [balance, -1_000_000],
    ],
  },
  {
    title: "an instalment that its booking no longer takes goes back to the wallet",
    type: "WalletCredited",
    changes: { ownerId: member, amount: 200_000, kind: "emi_returned" },
    entry: [
      [emiHeld, 200_000],
      [balance, -200_000],
    ],
  },
  {
    title: "a fifth of a pair's earning is held for instalments",
    type: "WalletDebited",
    changes: { ownerId: member, amount: 10_000, kind: "emi_deduction", bookingId: null },
    entry: [
      [balance, 10_000],
      [emiHeld, -10_000],
    ],
  },
  {
    title: "a payout from a wallet is only held when it is asked for",
    type: "PayoutRequested",
    changes: { source: "wallet" },
    entry: [],
  },
  {
    title: "of a completed payout the bank has sent all but the instalment",
    type: "PayoutCompleted",
    changes: { source: "wallet", net: 950_000, emi },
    entry: [
      [inTransit, 750_000],
      ["asset:bank:main", -750_000],
    ],
  },
];
