import test from "ava";
import { earnings } from "../../../src/modules/earning/earning.js";
import { given } from "../scenario.js";
import { accrued, reserve, reserved, reverse, reversed, settled } from "./some-earnings.js";

test("a reversal comes from the pending earning", (t) => {
  given(t, earnings, accrued(1, 700))
    .when(reverse("r1", 1, 300))
    .yields(reversed("r1", 1, [300, 0, 400]));
});

test("reversals go on from what is left, and the rest becomes debt", (t) => {
  given(t, earnings, accrued(1, 700), reversed("r1", 1, [300, 0, 400]))
    .when(reverse("r2", 1, 500))
    .yields(reversed("r2", 1, [400, 100, 0]));
});

test("a full reversal cancels the earning, which is then paid to nobody", (t) => {
  const whole = reversed("r1", 1, [700, 0, 0]);
  given(t, earnings, accrued(1, 700))
    .when(reverse("r1", 1, 700))
    .yields(whole);
  const history = given(t, earnings, accrued(1, 700), whole);
  history.when(reserve(1)).refuses("invalid", "nothing_to_pay");
  history.when(reserve(1, ["e1"])).refuses("conflict", "earning_cancelled");
  history.when(reverse("r2", 1, 50)).yields(reversed("r2", 1, [0, 50, 0]));
});

test("an earning in an open payout or paid stays, and all becomes debt", (t) => {
  const open = [accrued(1, 700), reserved(1, [1], 700)] as const;
  const debt = reversed("r1", 1, [0, 300, 700]);
  given(t, earnings, ...open)
    .when(reverse("r1", 1, 300))
    .yields(debt);
  given(t, earnings, ...open, settled("EarningsPaid", 1, [1]))
    .when(reverse("r1", 1, 300))
    .yields(debt);
});

test("a refund that is netted after its payout failed leaves what is due", (t) => {
  const failed = [accrued(1, 700), reserved(1, [1], 700), reversed("r1", 1, [0, 300, 700])];
  given(t, earnings, ...failed, settled("EarningsReleased", 1, [1]))
    .when(reserve(2))
    .yields(reserved(2, [1], 700, 300));
});

test("a refund reverses once, and nothing changes nothing", (t) => {
  const history = given(t, earnings, accrued(1, 700), reversed("r1", 1, [300, 0, 400]));
  history.when(reverse("r1", 1, 300)).yields();
  history.when(reverse("r1", 1, 301)).refuses("conflict", "reversal_differs");
  history.when(reverse("r2", 1, 0)).yields();
});

test("what was never earned is not reversed", (t) => {
  given(t, earnings)
    .when(reverse("r1", 1, 1))
    .refuses("not_found", "earning_unknown");
  given(t, earnings, accrued(1, 700))
    .when(reverse("r1", 2, 1))
    .refuses("not_found", "earning_unknown");
});

test("a reversal is in the provider's currency and not negative", (t) => {
  const history = given(t, earnings, accrued(1, 700));
  history
    .when({ ...reverse("r1", 1, 100), currency: "USD" })
    .refuses("invalid", "currency_differs");
  history.when(reverse("r1", 1, -100)).refuses("invalid", "amount_negative");
});
