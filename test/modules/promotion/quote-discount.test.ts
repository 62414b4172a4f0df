import test from "ava";
import { isRejection } from "../../../src/kernel/rejection.js";
import type { PromotionTerms } from "../../../src/modules/promotion/events.js";
import { quoteDiscount } from "../../../src/modules/promotion/quote-discount.js";
import type { Order, Usage } from "../../../src/modules/promotion/usable-promotion.js";
import { terms } from "./a-promotion.js";

const unused: Usage = { total: 0, byAccount: 0 };
const order: Order = {
  orderTotal: 200_000,
  discountBase: 160_000,
  at: "2024-01-20T10:00:00.000Z",
};

const discounts: readonly (readonly [string, Partial<PromotionTerms>, number, number])[] = [
  ["the sample of the document", {}, 160_000, 16_000],
  ["a percentage, half a paisa up", { value: 12.5 }, 100_004, 12_501],
  ["the cap", {}, 900_000, 50_000],
  ["no cap", { maxDiscount: null }, 900_000, 90_000],
  ["a fixed amount", { kind: "fixed", value: 20_000 }, 160_000, 20_000],
  ["no more than the base", { kind: "fixed", value: 20_000 }, 15_000, 15_000],
  ["all of the base", { value: 100, maxDiscount: null }, 15_000, 15_000],
  ["nothing of nothing", { kind: "fixed", value: 20_000 }, 0, 0],
  ["nothing of a base below zero", { kind: "fixed", value: 20_000 }, -1, 0],
];

for (const [what, change, discountBase, expected] of discounts) {
  test(`a code takes off ${what}`, (t) => {
    t.is(quoteDiscount({ ...terms, ...change }, unused, { ...order, discountBase }), expected);
  });
}

type Refused = readonly [string, Partial<PromotionTerms>, Partial<Usage & Order>];

const refusals: readonly Refused[] = [
  ["promo_inactive", { isActive: false }, {}],
  ["promo_not_started", {}, { at: "2023-12-31T23:59:59.999Z" }],
  ["promo_expired", {}, { at: "2024-12-31T23:59:59.001Z" }],
  ["promo_min_order", {}, { orderTotal: 99_999 }],
  ["promo_used_up", {}, { total: 3 }],
  ["promo_used_by_you", {}, { total: 1, byAccount: 1 }],
];

for (const [reason, change, asked] of refusals) {
  test(`a code is refused as ${reason}`, (t) => {
    const { total = 0, byAccount = 0, ...given } = asked;
    const quote = quoteDiscount(
      { ...terms, ...change },
      { total, byAccount },
      {
        ...order,
        ...given,
      },
    );
    if (!isRejection(quote)) return t.fail(`quoted ${quote}`);
    t.like(quote, { code: "invalid", reason });
  });
}

test("both ends of the window, the exact minimum and the last use are still good", (t) => {
  const last: Usage = { total: 2, byAccount: 0 };
  for (const at of ["2024-01-01T00:00:00.000Z", "2024-12-31T23:59:59.000Z"]) {
    t.is(quoteDiscount(terms, last, { ...order, orderTotal: 100_000, at }), 16_000);
  }
});

test("the minimum order is compared with the subtotal, not with what is discounted", (t) => {
  t.is(quoteDiscount(terms, unused, { ...order, discountBase: 90_000 }), 9_000);
});

test("a code without limits and window is good at any time, any often", (t) => {
  const open = { ...terms, perAccountLimit: null, totalLimit: null, validFrom: null };
  const usage = { total: 1e6, byAccount: 1e6 };
  const at = "1999-01-01T00:00:00.000Z";
  t.is(quoteDiscount(open, usage, { ...order, at }), 16_000);
});
