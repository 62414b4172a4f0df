import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { promotions } from "../../../../modules/promotion/promotion.js";
import { promotionById } from "../../../../../projections/promotions.js";
import { MARKETPLACE } from "../../policy.js";
import { promoCodeChangeBody, promotionChange } from "../../promo-codes/promo-code-change.js";
import { refusedTerms } from "../../promo-codes/refused-terms.js";
import { notFound } from "../../refusals.js";
import { MANAGERS } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";
import { presentPromoCode, promoCodeSchema } from "../../shapes/promo-code.js";

/** Promo Codes Management, Update Promo Code: the terms change, the code itself never. */
export const adminUpdatePromoCode = route({
  method: "PUT",
  path: "/admin/promo-codes/:id",
  summary: "Change a promo code's terms",
  tag: "Admin: Promo Codes Management",
  may: MANAGERS,
  limit: "admin",
  params: idParams,
  body: promoCodeChangeBody,
  example: { is_active: false, valid_until: "2024-06-30T23:59:59Z" },
  replies: { 200: documentedData("Changed.", z.object({ promo_code: promoCodeSchema })) },
  async handle({ params, body }, app) {
    const row = await promotionById(app.reads, MARKETPLACE, params.id);
    if (row === undefined) return notFound("Promo code");
    const change = promotionChange(body, row.terms.kind);
    const done = await app.execute(promotions, params.id, { type: "ChangePromotion", change });
    if (isRejection(done)) return refusedTerms(done);
    const changed = await promotionById(app.reads, MARKETPLACE, params.id);
    if (changed === undefined) return notFound("Promo code");
    return data({ promo_code: presentPromoCode(changed) });
  },
});
