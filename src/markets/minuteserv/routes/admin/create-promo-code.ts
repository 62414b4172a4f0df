import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { promotionById } from "../../../../../projections/promotions.js";
import { MARKETPLACE } from "../../policy.js";
import { createPromotion } from "../../../../use-cases/create-promotion.js";
import {
  PROMO_CODE_EXAMPLE,
  promoCodeBody,
  promotionTerms,
} from "../../promo-codes/promo-code-body.js";
import { notFound } from "../../refusals.js";
import { createdData, documentedData } from "../../shapes/envelope.js";
import { presentPromoCode, promoCodeSchema } from "../../shapes/promo-code.js";

/** Promo Codes Management, Create Promo Code: active at once within its window. */
export const adminCreatePromoCode = route({
  method: "POST",
  path: "/admin/promo-codes",
  summary: "Create a promo code",
  tag: "Admin: Promo Codes Management",
  may: realm("admin", "super_admin", "admin"),
  limit: "admin",
  body: promoCodeBody,
  example: PROMO_CODE_EXAMPLE,
  replies: { 201: documentedData("Created.", z.object({ promo_code: promoCodeSchema })) },
  async handle({ body }, app) {
    const promotionId = await createPromotion(app, body.code, promotionTerms(body));
    if (isRejection(promotionId)) return promotionId;
    const row = await promotionById(app.reads, MARKETPLACE, promotionId);
    if (row === undefined) return notFound("Promo code");
    return createdData({ promo_code: presentPromoCode(row) });
  },
});
