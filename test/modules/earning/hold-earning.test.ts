import test from "ava";
import { deriveId } from "../../../src/kernel/ids.js";
import type { HoldEarning } from "../../../src/modules/earning/commands.js";
import { earnings } from "../../../src/modules/earning/earning.js";
import type { EarningEvent } from "../../../src/modules/earning/events.js";
import { given } from "../scenario.js";
import { about, accrued, reserved, reversed, settled } from "./some-earnings.js";

const of = { ...about, bookingId: "b1", disputeId: "d1" };
const bookingNumber = "BK-20240120-000001";
const { currency } = about;

function hold(amount: number): HoldEarning {
  return { type: "HoldEarning", disputeId: "d1", bookingId: "b1", amount, currency };
}

function held(fromPending: number, toDebt: number): EarningEvent {
  return { type: "EarningHeld", data: { ...of, earningId: "e1", fromPending, toDebt } };
}

function freed(toPending: number, offDebt: number, earningId = "e1"): EarningEvent {
  const data = { ...of, earningId, bookingNumber, toPending, offDebt };
  return { type: "EarningFreed", data };
}

const free = { type: "FreeEarning", disputeId: "d1" } as const;
const payAll = { type: "ReserveForPayout", payoutId: "p9", payoutNumber: "PO-9" } as const;

test("a dispute holds what is pending, the shortfall becomes debt, once", (t) => {
  given(t, earnings, accrued(1, 1_000)).when(hold(700)).yields(held(700, 0));
  given(t, earnings, accrued(1, 1_000)).when(hold(1_300)).yields(held(1_000, 300));
  const out = given(t, earnings, accrued(1, 1_000), reserved(1, [1], 1_000));
  out.when(hold(1_000)).yields(held(0, 1_000));
  const history = given(t, earnings, accrued(1, 1_000), held(700, 0));
  history.when(hold(700)).yields();
  history.when(hold(701)).refuses("conflict", "hold_differs");
  history.when({ ...hold(1), disputeId: "d2" }).refuses("unavailable", "earning_held");
});

test("no payout takes an earning that a dispute holds, not even what is left of it", (t) => {
  given(t, earnings, accrued(1, 1_000), held(700, 0))
    .when({ ...payAll, rail: "upi" })
    .refuses("invalid", "nothing_to_pay");
  given(t, earnings, accrued(1, 1_000), held(700, 0))
    .when({ ...payAll, rail: "upi", earningIds: ["e1"] })
    .refuses("conflict", "earning_held");
});

test("what was held is freed as it was held, once", (t) => {
  given(t, earnings, accrued(1, 1_000), held(1_000, 300)).when(free).yields(freed(1_000, 300));
  given(t, earnings, accrued(1, 1_000), held(1_000, 300), freed(1_000, 300)).when(free).yields();
});

test("debt that a payout has netted meanwhile is paid back as an earning of its own", (t) => {
  const netted = [
    accrued(1, 1_000),
    reserved(1, [1], 1_000),
    settled("EarningsPaid", 1, [1]),
    held(0, 1_000),
    accrued(2, 600),
    reserved(2, [2], 600, 600),
  ];
  const back = freed(600, 400, deriveId("freed-earning", "d1"));
  given(t, earnings, ...netted)
    .when(free)
    .yields(back);
});

test("a refund uses what is held first, then what is pending", (t) => {
  const history = [accrued(1, 1_000), held(700, 0)];
  const refund = { type: "ReverseEarning", refundId: "r1", bookingId: "b1", currency } as const;
  const used = reversed("r1", 1, [200, 0, 100]);
  if (used.type !== "EarningReversed") return t.fail();
  const reversal: EarningEvent = { ...used, data: { ...used.data, fromHeld: 700 } };
  given(t, earnings, ...history)
    .when({ ...refund, amount: 900 })
    .yields(reversal);
  given(t, earnings, ...history, reversal)
    .when(free)
    .yields(freed(0, 0));
});

test("nothing is held or freed where there is nothing", (t) => {
  given(t, earnings).when(hold(1)).refuses("not_found", "earning_unknown");
  given(t, earnings, accrued(2, 1)).when(hold(1)).refuses("not_found", "earning_unknown");
  given(t, earnings, accrued(1, 1)).when(free).refuses("not_found", "hold_unknown");
  given(t, earnings, accrued(1, 1)).when(hold(0)).yields();
});
