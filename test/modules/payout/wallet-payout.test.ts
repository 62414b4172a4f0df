import test from "ava";
import type { PayoutEvent } from "../../../src/modules/payout/events.js";
import { payoutOfHold } from "../../../src/modules/payout/payout-of-hold.js";
import { payouts } from "../../../src/modules/payout/payout.js";
import { given } from "../scenario.js";

const emi = {
  amount: 200_000,
  bookingId: "b1",
  paymentId: "p1",
  paymentNumber: 7,
  transactionId: "TXN000007",
};
const request = payoutOfHold(
  {
    holdId: "h1",
    ownerId: "m1",
    currency: "INR",
    amount: 1_000_000,
    bankAccount: {
      bankName: "State Bank of India",
      accountNumber: "1234567890",
      ifscCode: "SBIN0001234",
      holderName: "John Doe",
    },
  },
  {
    payoutId: "o1",
    number: "1",
    rail: "bank_transfer",
    tds: 50_000,
    net: 950_000,
    emiAutoFilled: true,
    emi,
  },
);
const { type: _type, ...asked } = request;
const requested: PayoutEvent = { type: "PayoutRequested", data: asked };
const tax = { financialYear: "2025-26", number: 1, certificateNumber: "TDS202526001" };
const { course: _course, earningIds: _ids, emiAutoFilled: _auto, ...rest } = asked;
const { bankAccount: _bank, ...drawn } = rest;
const sent: PayoutEvent = { type: "PayoutSent", data: { ...drawn, tax } };
const { number: _number, holdId: _hold, ...money } = drawn;
const completed: PayoutEvent = {
  type: "PayoutCompleted",
  data: {
    ...money,
    bank: "main",
    bankTransactionId: "BANK123456789",
    upiTransactionId: null,
    notes: null,
  },
};
const rejected = (from: "pending" | "processing"): PayoutEvent => ({
  type: "PayoutRejected",
  data: { ...drawn, tax: from === "pending" ? null : tax, from, reason: "Account closed" },
});
const cancelled: PayoutEvent = { type: "PayoutCancelled", data: drawn };

const send = { type: "SendPayout", tax } as const;
const complete = {
  type: "CompletePayout",
  bank: "main",
  bankTransactionId: "BANK123456789",
} as const;
const reject = { type: "RejectPayout", reason: "Account closed" } as const;
const cancel = { type: "CancelPayout" } as const;

test("a wallet's payout is requested, taken on and completed", (t) => {
  given(t, payouts).when(request).yields(requested);
  given(t, payouts, requested).when(request).yields();
  given(t, payouts, requested).when(send).yields(sent);
  given(t, payouts, requested, sent).when(complete).yields(completed);
});

test("it is taken on once, and completed only then", (t) => {
  given(t, payouts, requested, sent).when(send).refuses("conflict", "payout_processing");
  given(t, payouts, requested).when(complete).refuses("conflict", "payout_pending");
  given(t, payouts, requested)
    .when({ ...send, tax: null })
    .refuses("invalid", "tax_record_missing");
});

test("it is rejected before or after it was taken on, and cancelled only before", (t) => {
  given(t, payouts, requested).when(reject).yields(rejected("pending"));
  given(t, payouts, requested, sent).when(reject).yields(rejected("processing"));
  given(t, payouts, requested).when(cancel).yields(cancelled);
  given(t, payouts, requested, sent).when(cancel).refuses("conflict", "payout_processing");
});

test("its ends are final, and it does not fail as a provider's does", (t) => {
  for (const end of [completed, rejected("processing"), cancelled]) {
    const history = given(t, payouts, requested, sent, end);
    for (const step of [send, complete, reject, cancel]) {
      const reason = `payout_${end.type.slice("Payout".length).toLowerCase()}`;
      history.when(step).refuses("conflict", reason);
    }
  }
  given(t, payouts, requested)
    .when({ type: "FailPayout", reason: "no" })
    .refuses("conflict", "payout_pending");
});

test("a transfer needs the bank's reference unless the instalment takes all", (t) => {
  const bare = { type: "CompletePayout", bank: "main" } as const;
  given(t, payouts, requested, sent).when(bare).refuses("invalid", "transaction_id_missing");
  const whole = { ...asked, emi: { ...emi, amount: 950_000 } };
  const { emi: part } = whole;
  given(t, payouts, { type: "PayoutRequested", data: whole }, sent)
    .when(bare)
    .yields({
      type: "PayoutCompleted",
      data: {
        ...money,
        emi: part,
        bank: "main",
        bankTransactionId: null,
        upiTransactionId: null,
        notes: null,
      },
    });
});

test("an instalment is paid out of the net and no more", (t) => {
  for (const amount of [0, 950_001]) {
    given(t, payouts)
      .when({ ...request, emi: { ...emi, amount } })
      .refuses("invalid", "emi_out_of_range");
  }
});
