import test from "ava";
import { earnings } from "../../../src/modules/earning/earning.js";
import { given } from "../scenario.js";
import { accrual, accrued, cashDebt, providerId, reversed } from "./some-earnings.js";

const accrue = { type: "AccrueEarning", ...accrual(1, 700) } as const;
const owe = {
  type: "RecordCashDebt",
  providerId,
  bookingId: "b1",
  amount: 1000,
  currency: "INR",
} as const;

test("a booking earns once", (t) => {
  given(t, earnings).when(accrue).yields(accrued(1, 700));
  given(t, earnings, accrued(1, 700)).when(accrue).yields();
  given(t, earnings, accrued(1, 700))
    .when({ type: "AccrueEarning", ...accrual(2, 300) })
    .yields(accrued(2, 300));
});

test("a repeat changes nothing after a part was reversed", (t) => {
  given(t, earnings, accrued(1, 700), reversed("r1", 1, [200, 0, 500]))
    .when(accrue)
    .yields();
});

test("a booking does not earn another amount or under another id", (t) => {
  const history = given(t, earnings, accrued(1, 700));
  history.when({ ...accrue, amount: 701 }).refuses("conflict", "earning_differs");
  history.when({ ...accrue, earningId: "e2" }).refuses("conflict", "earning_differs");
});

test("cash is owed once a booking", (t) => {
  given(t, earnings).when(owe).yields(cashDebt(1, 1000));
  const history = given(t, earnings, accrued(1, 700), cashDebt(1, 1000));
  history.when(owe).yields();
  history.when({ ...owe, amount: 1 }).refuses("conflict", "cash_debt_differs");
  history.when({ ...owe, bookingId: "b2" }).yields(cashDebt(2, 1000));
});

test("less than nothing is neither earned nor owed, and nothing in fractions of a paisa", (t) => {
  for (const amount of [-1, 0.5]) {
    given(t, earnings)
      .when({ ...accrue, amount })
      .refuses("invalid", "amount_negative");
    given(t, earnings)
      .when({ ...owe, amount })
      .refuses("invalid", "amount_negative");
  }
});

test("a provider earns and owes in one currency", (t) => {
  const history = given(t, earnings, accrued(1, 700));
  const dollars = { currency: "USD", bookingId: "b2" } as const;
  history.when({ ...accrue, ...dollars }).refuses("invalid", "currency_differs");
  history.when({ ...owe, ...dollars }).refuses("invalid", "currency_differs");
});
