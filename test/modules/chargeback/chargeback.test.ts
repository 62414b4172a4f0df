import test from "ava";
import { chargebacks, type ReportChargeback } from "../../../src/modules/chargeback/chargeback.js";
import type { ChargebackEvent } from "../../../src/modules/chargeback/events.js";
import { given } from "../scenario.js";

const about = {
  chargebackId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1d11",
  gateway: "razorpay",
  gatewayDisputeId: "disp_1",
  gatewayPaymentId: "pay_1",
  paymentId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1d12",
  bookingId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1d13",
  customerId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1d14",
  amount: 177_120,
  currency: "INR",
} as const;
const opening = { ...about, fee: 0, reason: "fraud", respondBy: null };
const providerId = "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1d15";

const opened: ChargebackEvent = { type: "ChargebackOpened", data: opening };
const won: ChargebackEvent = { type: "ChargebackWon", data: about };

function lost(fromProvider: number, provider: string | null = providerId): ChargebackEvent {
  const data = { ...about, providerId: provider, fromProvider, loss: 177_120 - fromProvider };
  return { type: "ChargebackLost", data };
}

function report(
  standing: ReportChargeback["standing"],
  recovery: ReportChargeback["recovery"] = null,
): ReportChargeback {
  return { type: "ReportChargeback", opened: opening, standing, recovery };
}

test("a chargeback is opened once", (t) => {
  given(t, chargebacks).when(report("open")).yields(opened);
  given(t, chargebacks, opened).when(report("open")).yields();
});

test("a chargeback is won or lost", (t) => {
  const history = given(t, chargebacks, opened);
  history.when(report("won")).yields(won);
  history.when(report("lost")).yields(lost(0, null));
  history.when(report("lost", { providerId, amount: 123_984 })).yields(lost(123_984));
});

test("no more is recovered than was charged back", (t) => {
  given(t, chargebacks, opened)
    .when(report("lost", { providerId, amount: 200_000 }))
    .yields(lost(177_120));
});

test("a decision that comes before the opening opens it as well", (t) => {
  given(t, chargebacks).when(report("won")).yields(opened, won);
  given(t, chargebacks).when(report("lost")).yields(opened, lost(0, null));
});

test("late reports never open a decided chargeback again, nor decide it twice", (t) => {
  for (const [decision, standing] of [
    [won, "won"],
    [lost(0, null), "lost"],
  ] as const) {
    const history = given(t, chargebacks, opened, decision);
    history.when(report("open")).yields();
    history.when(report(standing)).yields();
  }
});

test("decisions that contradict each other are for people", (t) => {
  given(t, chargebacks, opened, won).when(report("lost")).refuses("conflict", "chargeback_decided");
  given(t, chargebacks, opened, lost(0, null))
    .when(report("won"))
    .refuses("conflict", "chargeback_decided");
});

test("what is decided is what was withheld, whatever the decision's report says", (t) => {
  const command = { ...report("won"), opened: { ...opening, amount: 1 } };
  given(t, chargebacks, opened).when(command).yields(won);
});

test("a chargeback of nothing is none", (t) => {
  const command = { ...report("open"), opened: { ...opening, amount: 0 } };
  given(t, chargebacks).when(command).refuses("invalid", "amount_not_positive");
});
