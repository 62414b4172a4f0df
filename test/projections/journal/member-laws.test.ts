import { deepEqual, equal, ok } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import { isFloored } from "../../../projections/journal/chart-of-accounts.js";
import type { Posting } from "../../../projections/journal/posting.js";
import { postingRules } from "../../../projections/journal/posting-rules/table.js";
import type { Recorded } from "../../../src/kernel/event.js";
import { bookings } from "../../../src/modules/booking/booking.js";
import { wallets } from "../../../src/modules/wallet/wallet.js";
import type { InstalmentPaid } from "../../../src/modules/booking/events.js";
import type { WalletCredited, WalletHoldCaptured } from "../../../src/modules/wallet/events.js";
import { Business } from "./business.js";
import { BOOKINGS, MEMBER, type Step, steps, take } from "./member-steps.js";
import { wholeMembership } from "./whole-membership.js";

const rules = postingRules as Readonly<
  Record<string, ((event: Recorded) => Posting | undefined) | undefined>
>;

/** All that can come of the steps; the law says little of what never happened. */
const HAPPENS = [
  "BookingCancelled",
  "BookingConfirmedByPayment",
  "BookingPaidOff",
  "BookingPlaced",
  "InstalmentPaid",
  "PaymentReceived",
  "PayoutCompleted",
  "PayoutRejected",
  "PayoutRequested",
  "PayoutSent",
  "WalletCredited",
  "WalletDebited",
  "WalletHoldCaptured",
  "WalletHoldPlaced",
  "WalletHoldReleased",
];

/** What the facts say, kept beside the journal and apart from it. */
class Facts {
  wallet = 0;
  tax = 0;
  readonly escrow = new Map<string, number>();

  hear({ type, data }: Recorded): void {
    if (type === "WalletCredited" || type === "WalletDebited" || type === "WalletHoldCaptured") {
      this.wallet = (data as WalletCredited).balanceAfter;
    }
    if (type === "WalletCredited") this.tax -= (data as WalletCredited).returned?.tds ?? 0;
    if (type === "WalletHoldCaptured") {
      const { purpose } = data as WalletHoldCaptured;
      if (purpose?.kind === "payout") this.tax += purpose.tds;
    }
    const { bookingId } = data as { readonly bookingId?: string };
    if (type === "InstalmentPaid")
      this.escrow.set(bookingId ?? "", (data as InstalmentPaid).paidInAll);
    if (type === "BookingPaidOff" || type === "BookingCancelled")
      this.escrow.set(bookingId ?? "", 0);
  }
}

/** Checks the laws after every single event; answers with the balances at the end. */
function checkLaws(events: readonly Recorded[]): ReadonlyMap<string, number> {
  const facts = new Facts();
  const balances = new Map<string, number>();
  for (const event of events) {
    facts.hear(event);
    for (const { account, debit, credit } of rules[event.type]?.(event)?.lines ?? []) {
      const grows = account.startsWith("asset:") || account.startsWith("expense:");
      const gain = grows ? debit - credit : credit - debit;
      const balance = (balances.get(account) ?? 0) + gain;
      balances.set(account, balance);
      if (isFloored(account)) ok(balance >= 0, `${account} is ${balance} at ${event.type}`);
    }
    equal(balances.get(`liability:wallet:${MEMBER}`) ?? 0, facts.wallet, event.type);
    equal(balances.get("liability:tax:tds") ?? 0, facts.tax, event.type);
    for (const [id, paid] of facts.escrow) {
      equal(balances.get(`liability:booking:${id}:escrow`) ?? 0, paid, event.type);
    }
  }
  return balances;
}

test("wallets, tax and escrow agree with the journal at every position", async (t) => {
  const seen = new Set<string>();
  const law = fc.asyncProperty(steps, async (sequence) => {
    const business = new Business("ev", 10, Date.parse("2026-01-06T12:00:00Z"));
    for (const step of sequence) await take(business, step);
    await business.settle();
    const balances = checkLaws(business.events);
    for (const { type } of business.events) seen.add(type);
    equal(balances.get(`asset:wallet:${MEMBER}:due`) ?? 0, 0, "no hold stays behind");
    const wallet = business.state(wallets, MEMBER);
    ok((wallet?.held ?? 0) <= (wallet?.balance ?? 0));
    for (const id of BOOKINGS) {
      const state = business.state(bookings, id);
      if (state?.status === "cancelled") {
        deepEqual(state.paid ?? 0, state.refunds[0]?.amount ?? 0);
      }
    }
  });
  const examples: [Step[]][] = [[[...wholeMembership]]];
  await t.notThrowsAsync(() => fc.assert(law, { examples, numRuns: 200 }));
  for (const type of HAPPENS) t.true(seen.has(type), `${type} happens, in the example at least`);
});
