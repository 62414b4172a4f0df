import test from "ava";
import type { PayoutEvent, PayoutRequested } from "../../../src/modules/payout/events.js";
import { payouts } from "../../../src/modules/payout/payout.js";
import { given } from "../scenario.js";

const money = {
  payoutId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1e01",
  payeeId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1e02",
  source: "provider",
  rail: "bank_transfer",
  currency: "INR",
  gross: 2_500_000,
  deduction: 400_000,
  tds: 100_000,
  net: 2_000_000,
  emi: null,
} as const;
const request: PayoutRequested = {
  ...money,
  number: "PO-20240120-001",
  earningIds: ["e1", "e2"],
  course: "direct",
  holdId: null,
  emiAutoFilled: false,
  bankAccount: null,
};
const requested: PayoutEvent = { type: "PayoutRequested", data: request };
const noTransfer = { ...request, deduction: 2_400_000, net: 0 };

const bank = { bank: "main", bankTransactionId: "TXN123456" };
const completed: PayoutEvent = {
  type: "PayoutCompleted",
  data: { ...money, ...bank, upiTransactionId: null, notes: "NEFT" },
};
const failed: PayoutEvent = { type: "PayoutFailed", data: { ...money, reason: "Invalid account" } };
const complete = { type: "CompletePayout", ...bank, notes: "NEFT" } as const;
const fail = { type: "FailPayout", reason: "Invalid account" } as const;

test("a payout is requested once", (t) => {
  given(t, payouts)
    .when({ type: "RequestPayout", ...request })
    .yields(requested);
  const history = given(t, payouts, requested);
  history.when({ type: "RequestPayout", ...request, earningIds: ["e1", "e2"] }).yields();
  history
    .when({ type: "RequestPayout", ...request, earningIds: ["e1"] })
    .refuses("conflict", "payout_exists");
  given(t, payouts, requested, completed)
    .when({ type: "RequestPayout", ...request })
    .yields();
});

test("what is paid, withheld and netted is what was earned, to the paisa", (t) => {
  const off = [{ net: 1_999_999 }, { tds: 0 }, { deduction: -400_000, net: 2_800_000 }];
  for (const wrong of off) {
    given(t, payouts)
      .when({ type: "RequestPayout", ...request, ...wrong })
      .refuses("invalid", "payout_unbalanced");
  }
});

test("nothing cannot be paid out", (t) => {
  given(t, payouts)
    .when({ type: "RequestPayout", ...request, gross: 0, deduction: 0, tds: 0, net: 0 })
    .refuses("invalid", "nothing_to_pay");
});

test("a payout is completed or fails", (t) => {
  given(t, payouts, requested).when(complete).yields(completed);
  given(t, payouts, requested).when(fail).yields(failed);
});

for (const [end, word] of [
  [completed, "completed"],
  [failed, "failed"],
] as const) {
  test(`${word} is final`, (t) => {
    const history = given(t, payouts, requested, end);
    history.when(complete).refuses("conflict", `payout_${word}`);
    history.when(fail).refuses("conflict", `payout_${word}`);
  });
}

test("a bank transfer is not completed without the bank's reference", (t) => {
  const history = given(t, payouts, requested);
  for (const reference of [{}, { bankTransactionId: " " }, { upiTransactionId: "U1" }]) {
    history
      .when({ type: "CompletePayout", bank: "main", ...reference })
      .refuses("invalid", "transaction_id_missing");
  }
});

test("a payout by UPI is completed with UPI's reference or the bank's", (t) => {
  const upi = { type: "PayoutRequested", data: { ...request, rail: "upi" } } as const;
  const about = { ...money, rail: "upi", bank: "main", notes: null } as const;
  const history = given(t, payouts, upi);
  history.when({ type: "CompletePayout", bank: "main", upiTransactionId: "U1" }).yields({
    type: "PayoutCompleted",
    data: { ...about, bankTransactionId: null, upiTransactionId: "U1" },
  });
  history.when({ type: "CompletePayout", bank: "main", bankTransactionId: "T1" }).yields({
    type: "PayoutCompleted",
    data: { ...about, bankTransactionId: "T1", upiTransactionId: null },
  });
  history
    .when({ type: "CompletePayout", bank: "main" })
    .refuses("invalid", "transaction_id_missing");
});

test("a payout that only settles a debt needs no reference", (t) => {
  given(t, payouts, { type: "PayoutRequested", data: noTransfer })
    .when({ type: "CompletePayout", bank: "main" })
    .yields({
      type: "PayoutCompleted",
      data: {
        ...money,
        deduction: 2_400_000,
        net: 0,
        bank: "main",
        bankTransactionId: null,
        upiTransactionId: null,
        notes: null,
      },
    });
});

test("an unknown payout neither completes nor fails", (t) => {
  given(t, payouts).when(complete).refuses("not_found", "payout_unknown");
  given(t, payouts).when(fail).refuses("not_found", "payout_unknown");
});
