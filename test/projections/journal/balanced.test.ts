import { equal, ok } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import { classOf, growsByDebit } from "../../../projections/journal/chart-of-accounts.js";
import { credit, debit, entry, REFERENCE_KINDS } from "../../../projections/journal/posting.js";
import { postingRules } from "../../../projections/journal/posting-rules/table.js";
import { ledgerLines, posted, sample } from "./posted.js";

/** Up to ninety billion rupees a leg. */
const paise = fc.nat({ max: 9_000_000_000_000 });
const currency = fc.constantFrom("INR", "USD");
const to = fc.constantFrom("gateway", "wallet");

const split = fc
  .record({ currency, providerShare: paise, tax: paise, platformShare: paise })
  .map((of) => ({
    ...of,
    total: of.providerShare + of.platformShare,
    commission: of.platformShare - of.tax,
  }));

const payout = fc
  .record({
    source: fc.constantFrom("provider", "wallet"),
    emi: fc.constant(null),
    rail: fc.constantFrom("upi", "bank_transfer"),
    currency,
    deduction: paise,
    tds: paise,
    net: paise,
  })
  .map((of) => ({ ...of, gross: of.deduction + of.tds + of.net }));

const method = fc.constantFrom("online", "bank_transfer", "cash", "wallet", "emi_held");

const captured = fc
  .record({ currency, rail: fc.constantFrom("upi", "bank_transfer"), tds: paise, net: paise })
  .map(({ currency: of, ...money }) => ({
    currency: of,
    amount: money.tds + money.net,
    purpose: { kind: "payout", payoutId: "p1", ...money, emi: null },
  }));

const legs = fc
  .record({
    escrow: paise,
    fee: paise,
    provider: paise,
    commission: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    tax: paise,
  })
  .map((of) => ({
    legs: of,
    amount: of.escrow + of.fee + of.provider + of.commission + of.tax,
  }))
  .filter(({ amount }) => amount >= 0);

const one = fc.record({ currency, amount: paise });

const settlement = fc
  .record({
    currency,
    gross: fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }),
    fee: fc.nat({ max: 9_000_000 }),
    tax: fc.nat({ max: 9_000_000 }),
  })
  .map((of) => ({ ...of, net: of.gross - of.fee - of.tax }));

const lost = fc
  .record({ currency, providerId: fc.constantFrom("p-1", "p-2"), fromProvider: paise, loss: paise })
  .map((of) => ({ ...of, amount: of.fromProvider + of.loss }));

/** The amounts of every event, in any combination that its own arithmetic allows. */
const amounts: Readonly<Record<string, fc.Arbitrary<object>>> = {
  BookingCompleted: fc.record({ paidBy: fc.constantFrom("cash", "gateway"), split }),
  BookingPaidOff: fc.record({ currency, total: paise }),
  InstalmentPaid: fc.record({ currency, amount: paise, method }),
  BookingCancelled: fc.record({ currency, fee: paise, refund: paise, refundTo: to }),
  LatePaymentReturned: one,
  RefundGranted: fc.tuple(legs, fc.record({ currency, refundTo: to })).map(([of, rest]) => ({
    ...of,
    ...rest,
  })),
  ChargebackOpened: fc.record({ currency, amount: paise, fee: paise }),
  ChargebackWon: one,
  ChargebackLost: lost,
  ChargebackCovered: one,
  EarningHeld: fc.record({ currency, fromPending: paise, toDebt: paise }),
  EarningFreed: fc.record({ currency, toPending: paise, offDebt: paise }),
  EarningReversed: fc.record({ currency, fromPending: paise, fromHeld: paise, toDebt: paise }),
  PaymentCaptured: fc.record({
    currency,
    amount: paise,
    gateway: fc.constantFrom("razorpay", "stripe"),
  }),
  RefundConfirmed: fc.record({
    currency,
    amount: paise,
    to,
    gateway: fc.constantFrom(null, "razorpay", "stripe"),
  }),
  PayoutRequested: payout,
  PayoutCompleted: payout,
  PayoutFailed: payout,
  WalletHoldCaptured: captured,
  SettlementReceived: settlement,
  WalletCredited: fc.record({
    currency,
    amount: paise,
    kind: fc.constantFrom("refund", "deposit", "referral_bonus", "pair_bonus"),
  }),
  WalletDebited: one,
};

for (const [type, changes] of Object.entries(amounts)) {
  test(`${type} balances for any amounts, on accounts of the chart`, (t) => {
    const law = fc.property(changes, (change) => {
      const data = sample(type, change);
      const posting = posted(type, data);
      if (posting === undefined) return;
      equal(posting.currency, "currency" in data ? data.currency : posting.currency);
      equal(
        posting.lines.reduce((sum, line) => sum + line.debit - line.credit, 0),
        0,
      );
      for (const line of posting.lines) {
        ok(classOf(line.account));
        ok(Number.isSafeInteger(line.debit) && Number.isSafeInteger(line.credit));
        ok(line.debit >= 0 && line.credit >= 0 && (line.debit === 0) !== (line.credit === 0));
      }
      for (const reference of posting.references) {
        ok(REFERENCE_KINDS.some((kind) => reference.startsWith(`${kind}:`)));
      }
    });
    t.notThrows(() => fc.assert(law));
  });
}

test("every posting rule is held to it", (t) => {
  t.deepEqual(Object.keys(amounts).sort(), Object.keys(postingRules).sort());
});

test("a failed payout undoes its request to the paisa, whatever it was", (t) => {
  const law = fc.property(payout, (of) => {
    const asked = ledgerLines(posted("PayoutRequested", sample("PayoutRequested", of)));
    const undone = ledgerLines(posted("PayoutFailed", sample("PayoutFailed", of)));
    const reversed = asked.map(([account, amount]) => [account, amount === 0 ? 0 : -amount]);
    equal(JSON.stringify(undone), JSON.stringify(reversed));
  });
  t.notThrows(() => fc.assert(law));
});

test("an entry that does not balance is a bug and throws", (t) => {
  const lines = [debit("asset:bank:main", 100), credit("revenue:commission", 99)];
  const posting = { description: "Wrong", currency: "INR", references: [], lines } as const;
  t.throws(() => entry(posting), { message: '"Wrong" is off balance by 1 minor units' });
});

test("an account outside the chart is a bug and throws", (t) => {
  t.throws(() => classOf("assets:bank"), { message: /not in the chart/ });
  t.throws(() => classOf("bank"), { message: /not in the chart/ });
  t.is(classOf("revenue:commission"), "income");
  t.true(growsByDebit("expense:rounding"));
  t.false(growsByDebit("revenue:commission"));
});
