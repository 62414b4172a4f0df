import { z } from "zod";
import { toMajor } from "../../../../kernel/money.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { callerId } from "../../../../kernel/caller.js";
import type { PricedOrder } from "../../../../use-cases/price-order.js";
import { quotePromotion } from "../../../../use-cases/quote-promotion.js";
import { PREVIEW } from "../../policy.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { positiveRupees, text } from "../../shapes/fields.js";

/**
 * Promo Codes, Validate Promo Code. The sample's 160.00 on 2000.00 holds only with the savings of
 * the caller's own checkout taken off first, so a live preview of that subtotal is looked for
 * (promo.14). An unusable code is an answer, not an error (promo.11).
 */
export const validatePromoCode = route({
  method: "POST",
  path: "/promo-codes/validate",
  summary: "What a promo code would take off",
  tag: "Promo Codes",
  may: realm("customer"),
  limit: "general_customer",
  body: z.object({ code: text(50), amount: positiveRupees }),
  example: { code: "SAVE10", amount: 2000 },
  replies: {
    200: documentedData(
      "Usable or not.",
      z.object({
        code: z.string(),
        discount: z.number(),
        valid: z.boolean(),
        message: z.string(),
      }),
    ),
  },
  async handle({ body }, app) {
    const preview = await app.drafts.latest<PricedOrder>(PREVIEW, callerId(app));
    const pricing = preview?.pricing;
    const savings = pricing?.subtotal === body.amount ? pricing.savings : 0;
    const quote = await quotePromotion(app, body.code, body.amount, body.amount - savings);
    if (isRejection(quote)) {
      return data({ code: body.code, discount: 0, valid: false, message: quote.message });
    }
    return data({
      code: quote.code,
      discount: toMajor(quote.discount),
      valid: true,
      message: "Promo code applied successfully",
    });
  },
});
