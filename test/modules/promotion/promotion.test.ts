import test from "ava";
import type { PromotionTerms } from "../../../src/modules/promotion/events.js";
import { promotions } from "../../../src/modules/promotion/promotion.js";
import { refuseTerms } from "../../../src/modules/promotion/sound-terms.js";
import { given } from "../scenario.js";
import { created, promotionId, redeem, terms } from "./a-promotion.js";

const create = { type: "CreatePromotion", promotionId, code: "SAVE10", terms } as const;

test("a code is created once", (t) => {
  given(t, promotions).when(create).yields(created());
  const history = given(t, promotions, created());
  history.when({ ...create, terms: { ...terms } }).yields();
  history.when({ ...create, code: "save10" }).refuses("conflict", "promo_exists");
  history.when({ ...create, terms: { ...terms, value: 20 } }).refuses("conflict", "promo_exists");
});

test("a partial change keeps the rest and tells the whole", (t) => {
  const history = given(t, promotions, created());
  const validUntil = "2024-06-30T23:59:59.000Z";
  history
    .when({ type: "ChangePromotion", change: { isActive: false, validUntil, value: undefined } })
    .yields({
      type: "PromotionChanged",
      data: { promotionId, terms: { ...terms, isActive: false, validUntil } },
    });
  history.when({ type: "ChangePromotion", change: { value: 10 } }).yields();
});

test("an unknown code is neither changed, redeemed nor released", (t) => {
  const history = given(t, promotions);
  const unknown = ["not_found", "promo_unknown"] as const;
  history.when({ type: "ChangePromotion", change: {} }).refuses(...unknown);
  history.when(redeem("a1", "b1")).refuses(...unknown);
  history.when({ type: "ReleaseRedemption", bookingId: "b1" }).refuses(...unknown);
});

const unsound: readonly (readonly [Partial<PromotionTerms>, string])[] = [
  [{ value: 0 }, "value"],
  [{ value: -10 }, "value"],
  [{ value: Number.NaN }, "value"],
  [{ value: 100.01 }, "value"],
  [{ minOrder: -1 }, "minOrder"],
  [{ maxDiscount: 0 }, "maxDiscount"],
  [{ perAccountLimit: 0 }, "perAccountLimit"],
  [{ totalLimit: 1.5 }, "totalLimit"],
  [{ validUntil: "2023-12-31T00:00:00.000Z" }, "validUntil"],
];

for (const [change, field] of unsound) {
  test(`terms with ${JSON.stringify(change)} are refused for ${field}`, (t) => {
    const refused = ["invalid", "promotion_invalid"] as const;
    given(t, promotions)
      .when({ ...create, terms: { ...terms, ...change } })
      .refuses(...refused);
    given(t, promotions, created())
      .when({ type: "ChangePromotion", change })
      .refuses(...refused);
    const named = refuseTerms({ ...terms, ...change })?.fields?.map((problem) => problem.field);
    t.deepEqual(named, [field]);
  });
}

test("a fixed discount may be above 100, and everything optional may be left open", (t) => {
  const open = {
    kind: "fixed",
    value: 20_000,
    minOrder: null,
    maxDiscount: null,
    perAccountLimit: null,
    totalLimit: null,
    validFrom: null,
    validUntil: null,
  } as const;
  given(t, promotions)
    .when({ ...create, terms: { ...terms, ...open } })
    .yields(created(open));
});
