import { ok } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import { fold } from "../../../src/kernel/decider.js";
import { entriesOf, NO_IDS } from "../../../src/kernel/id-map.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import { promotions } from "../../../src/modules/promotion/promotion.js";
import { given } from "../scenario.js";
import { created, promotionId, redeem, redeemed, released, terms } from "./a-promotion.js";

test("a use is taken and its discount fixed", (t) => {
  given(t, promotions, created()).when(redeem("a1", "b1")).yields(redeemed("a1", "b1"));
});

test("a repeat for the same booking changes nothing, also after the code has ended", (t) => {
  const ended = {
    type: "PromotionChanged",
    data: { promotionId, terms: { ...terms, isActive: false } },
  } as const;
  const history = given(t, promotions, created(), redeemed("a1", "b1"), ended);
  history.when(redeem("a1", "b1")).yields();
  history.when(redeem("a2", "b1")).refuses("conflict", "promo_booking_differs");
  history.when(redeem("a2", "b2")).refuses("invalid", "promo_inactive");
});

test("an account uses a code as often as it may and no more", (t) => {
  given(t, promotions, created(), redeemed("a1", "b1"))
    .when(redeem("a1", "b2"))
    .refuses("invalid", "promo_used_by_you");
  given(t, promotions, created({ perAccountLimit: 2 }), redeemed("a1", "b1"))
    .when(redeem("a1", "b2"))
    .yields(redeemed("a1", "b2"));
});

test("the last use is taken once", (t) => {
  const uses = [redeemed("a1", "b1"), redeemed("a2", "b2")] as const;
  given(t, promotions, created(), ...uses)
    .when(redeem("a3", "b3"))
    .yields(redeemed("a3", "b3"));
  given(t, promotions, created(), ...uses, redeemed("a3", "b3"))
    .when(redeem("a4", "b4"))
    .refuses("invalid", "promo_used_up");
});

test("a use is given back once, and can be taken again", (t) => {
  const release = { type: "ReleaseRedemption", bookingId: "b1" } as const;
  given(t, promotions, created(), redeemed("a1", "b1")).when(release).yields(released("a1", "b1"));
  const history = given(t, promotions, created(), redeemed("a1", "b1"), released("a1", "b1"));
  history.when(release).yields();
  history.when(redeem("a1", "b2")).yields(redeemed("a1", "b2"));
});

test("an order that the terms refuse takes no use", (t) => {
  given(t, promotions, created())
    .when(redeem("a1", "b1", { orderTotal: 99_999 }))
    .refuses("invalid", "promo_min_order");
});

const use = fc.record({
  account: fc.nat({ max: 4 }).map((n) => `a${n}`),
  booking: fc.nat({ max: 12 }).map((n) => `b${n}`),
  release: fc.boolean(),
});
const limits = fc.record({
  perAccountLimit: fc.option(fc.integer({ min: 1, max: 3 })),
  totalLimit: fc.option(fc.integer({ min: 1, max: 6 })),
});

test("no interleaving exceeds a limit", (t) => {
  const law = fc.property(limits, fc.array(use, { maxLength: 60, size: "max" }), (most, steps) => {
    let state = fold(promotions, [created(most)]);
    const held = new Map<string, string>();
    for (const { account, booking, release } of steps) {
      const outcome = release
        ? promotions.decide({ type: "ReleaseRedemption", bookingId: booking }, state)
        : promotions.decide(redeem(account, booking), state);
      if (isRejection(outcome)) continue;
      state = fold({ ...promotions, initial: state }, outcome);
      for (const { type, data } of outcome) {
        if (type === "PromotionRedeemed") held.set(data.bookingId, data.accountId);
        if (type === "RedemptionReleased") held.delete(data.bookingId);
      }
      ok(held.size <= (most.totalLimit ?? Infinity));
      const byAccount = [...held.values()].filter((one) => one === account).length;
      ok(byAccount <= (most.perAccountLimit ?? Infinity));
    }
    const uses = entriesOf(state?.usesByAccount ?? NO_IDS);
    ok(uses.reduce((sum, [, count]) => sum + count, 0) === held.size);
  });
  t.notThrows(() => fc.assert(law));
});
