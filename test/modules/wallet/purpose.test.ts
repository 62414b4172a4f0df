import test from "ava";
import { captureForPayout, returnOfPayout } from "../../../src/modules/wallet/payout-leaving.js";
import { wallets } from "../../../src/modules/wallet/wallet.js";
import { given } from "../scenario.js";
import { credited, deposit } from "./a-wallet.js";

const rich = credited("t1", 2_000_000, 0);
const { walletId, ownerId } = deposit("t1", 1);
const about = { walletId, ownerId, currency: "INR" } as const;
const emi = {
  amount: 200_000,
  bookingId: "b1",
  paymentId: "p1",
  paymentNumber: 7,
  transactionId: "TXN000007",
};
const purpose = {
  kind: "payout",
  payoutId: "o1",
  number: "1",
  rail: "bank_transfer",
  tds: 50_000,
  net: 950_000,
  emiAutoFilled: true,
  emi,
} as const;
const told = {
  description: "Payout request #1",
  reference: { type: "payout", number: 1, id: "o1" },
};
const bankAccount = {
  bankName: "State Bank of India",
  accountNumber: "1234567890",
  ifscCode: "SBIN0001234",
  holderName: "John Doe",
};
const place = {
  type: "PlaceHold",
  holdId: "h1",
  amount: 1_000_000,
  ...told,
  purpose,
  bankAccount,
} as const;
const { type: _type, ...held } = place;
const placed = { type: "WalletHoldPlaced", data: { ...about, ...held } } as const;
const tax = { financialYear: "2025-26", number: 1, certificateNumber: "TDS202526001" };
const sent = {
  payoutId: "o1",
  payeeId: ownerId,
  number: "1",
  holdId: "h1",
  rail: "bank_transfer",
  currency: "INR",
  gross: 1_000_000,
  tds: 50_000,
  net: 950_000,
  emi,
  tax,
} as const;

test("a hold carries what it is for until it is spent", (t) => {
  given(t, wallets, rich).when(place).yields(placed);
  given(t, wallets, rich, placed)
    .when(captureForPayout(sent))
    .yields({
      type: "WalletHoldCaptured",
      data: {
        ...about,
        holdId: "h1",
        transactionId: "h1",
        amount: 1_000_000,
        balanceBefore: 2_000_000,
        balanceAfter: 1_000_000,
        ...told,
        purpose,
        tax,
      },
    });
});

test("a hold id is good for one purpose", (t) => {
  given(t, wallets, rich, placed)
    .when({ ...place, purpose: { ...purpose, net: 1 } })
    .refuses("conflict", "hold_id_taken");
});

test("a payout that comes back names the legs that it had", (t) => {
  const credit = returnOfPayout(sent);
  const history = given(t, wallets, credited("t1", 1_000_000, 0));
  history.when({ ...credit, walletId }).yields({
    type: "WalletCredited",
    data: {
      ...about,
      transactionId: credit.transactionId,
      amount: 1_000_000,
      balanceBefore: 1_000_000,
      balanceAfter: 2_000_000,
      kind: "payout_returned",
      description: "Payout request #1 rejected",
      reference: told.reference,
      returned: {
        payoutId: "o1",
        rail: "bank_transfer",
        tds: 50_000,
        emi: 200_000,
        transfer: 750_000,
        tax,
      },
    },
  });
});

const pair = {
  type: "CreditWallet",
  ...about,
  transactionId: "t2",
  amount: 50_000,
  kind: "pair_bonus",
  description: "Binary pair earning (Pair #6)",
  reference: null,
  deduction: { transactionId: "t3", amount: 10_000, description: "EMI deduction (Pair #6)" },
} as const;

test("what is deducted from an earning goes out in the same append", (t) => {
  const told6 = { description: pair.description, reference: null };
  given(t, wallets)
    .when(pair)
    .yields(
      {
        type: "WalletCredited",
        data: {
          ...about,
          transactionId: "t2",
          amount: 50_000,
          ...told6,
          balanceBefore: 0,
          balanceAfter: 50_000,
          kind: "pair_bonus",
          returned: null,
        },
      },
      {
        type: "WalletDebited",
        data: {
          ...about,
          transactionId: "t3",
          amount: 10_000,
          reference: null,
          balanceBefore: 50_000,
          balanceAfter: 40_000,
          kind: "emi_deduction",
          bookingId: null,
          description: "EMI deduction (Pair #6)",
        },
      },
    );
});

test("no more is deducted than is earned", (t) => {
  given(t, wallets)
    .when({ ...pair, deduction: { transactionId: "t3", amount: 50_001 } })
    .refuses("invalid", "deduction_too_large");
});
