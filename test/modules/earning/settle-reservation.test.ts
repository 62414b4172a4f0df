import test from "ava";
import { fold } from "../../../src/kernel/decider.js";
import { earnings } from "../../../src/modules/earning/earning.js";
import { given } from "../scenario.js";
import { accrued, cashDebt, reserve, reserved, settled } from "./some-earnings.js";

const open = [accrued(1, 700), accrued(2, 200), reserved(1, [1], 700)] as const;
const paid = settled("EarningsPaid", 1, [1]);
const released = settled("EarningsReleased", 1, [1]);
const pay = { type: "MarkEarningsPaid", payoutId: "p1" } as const;
const release = { type: "ReleaseEarnings", payoutId: "p1" } as const;

test("reserved earnings are paid once", (t) => {
  given(t, earnings, ...open)
    .when(pay)
    .yields(paid);
  given(t, earnings, ...open, paid)
    .when(pay)
    .yields();
});

test("released earnings wait for another payout", (t) => {
  given(t, earnings, ...open)
    .when(release)
    .yields(released);
  const history = given(t, earnings, ...open, released);
  history.when(release).yields();
  history.when(reserve(2)).yields(reserved(2, [1, 2], 900));
});

test("a release gives the deduction back to the debt, a payment does not", (t) => {
  const netted = [accrued(1, 700), cashDebt(1, 1000), reserved(1, [1], 700, 700)];
  t.is(fold(earnings, netted)?.debt, 300);
  t.is(fold(earnings, [...netted, paid])?.debt, 300);
  t.is(fold(earnings, [...netted, released])?.debt, 1000);
});

test("paid is not released and released is not paid", (t) => {
  given(t, earnings, ...open, paid)
    .when(release)
    .refuses("conflict", "reservation_paid");
  given(t, earnings, ...open, released)
    .when(pay)
    .refuses("conflict", "reservation_released");
});

test("a payout that nothing is reserved for is unknown", (t) => {
  for (const history of [given(t, earnings), given(t, earnings, accrued(1, 700))]) {
    history.when(pay).refuses("not_found", "reservation_unknown");
    history.when(release).refuses("not_found", "reservation_unknown");
  }
});
