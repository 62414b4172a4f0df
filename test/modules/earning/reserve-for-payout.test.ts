import test from "ava";
import { earnings } from "../../../src/modules/earning/earning.js";
import { given } from "../scenario.js";
import { accrued, cashDebt, reserve, reserved, settled } from "./some-earnings.js";

const three = [accrued(1, 700), accrued(2, 200), accrued(3, 100)] as const;

test("without ids a payout takes all that is pending, in the order it was earned", (t) => {
  given(t, earnings, ...three)
    .when(reserve(1))
    .yields(reserved(1, [1, 2, 3], 1000));
  given(t, earnings, ...three, reserved(1, [2], 200))
    .when(reserve(2))
    .yields(reserved(2, [1, 3], 800));
});

test("with ids it takes exactly those, each once", (t) => {
  given(t, earnings, ...three)
    .when(reserve(1, ["e3", "e1", "e3"]))
    .yields(reserved(1, [3, 1], 800));
});

test("what the provider owes is netted as far as the payout goes", (t) => {
  given(t, earnings, ...three, cashDebt(1, 300))
    .when(reserve(1))
    .yields(reserved(1, [1, 2, 3], 1000, 300));
  given(t, earnings, ...three, cashDebt(1, 5000))
    .when(reserve(1))
    .yields(reserved(1, [1, 2, 3], 1000, 1000));
});

test("debt is netted once", (t) => {
  given(t, earnings, ...three, cashDebt(1, 800), reserved(1, [1], 700, 700))
    .when(reserve(2))
    .yields(reserved(2, [2, 3], 300, 100));
});

test("a repeat changes nothing, while open and after it is settled", (t) => {
  const open = [...three, reserved(1, [1], 700)] as const;
  given(t, earnings, ...open)
    .when(reserve(1, ["e1"]))
    .yields();
  given(t, earnings, ...open, settled("EarningsPaid", 1, [1]))
    .when(reserve(1))
    .yields();
  given(t, earnings, ...open, settled("EarningsReleased", 1, [1]))
    .when(reserve(1))
    .yields();
  given(t, earnings, ...open)
    .when({ ...reserve(1), payoutNumber: "PO-20240120-999" })
    .refuses("conflict", "payout_differs");
});

test("reserved, paid and foreign earnings are refused", (t) => {
  const open = [...three, reserved(1, [1], 700)] as const;
  given(t, earnings, ...open)
    .when(reserve(2, ["e2", "e1"]))
    .refuses("conflict", "earning_reserved");
  given(t, earnings, ...open, settled("EarningsPaid", 1, [1]))
    .when(reserve(2, ["e1"]))
    .refuses("conflict", "earning_paid");
  given(t, earnings, ...three)
    .when(reserve(1, ["e1", "e9"]))
    .refuses("invalid", "earning_unknown");
});

test("nothing pending is nothing to pay, whatever is owed", (t) => {
  const nothing = ["invalid", "nothing_to_pay"] as const;
  given(t, earnings)
    .when(reserve(1))
    .refuses(...nothing);
  given(t, earnings, cashDebt(1, 500))
    .when(reserve(1))
    .refuses(...nothing);
  given(t, earnings, ...three)
    .when(reserve(1, []))
    .refuses(...nothing);
  given(t, earnings, accrued(1, 0))
    .when(reserve(1))
    .refuses(...nothing);
});
