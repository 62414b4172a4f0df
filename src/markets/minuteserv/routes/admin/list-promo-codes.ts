import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { promotionsWhere } from "../../../../../projections/promotions.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_STAFF } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { flag } from "../../shapes/fields.js";
import { presentPromoCode, promoCodeSchema } from "../../shapes/promo-code.js";

/** Promo Codes Management, Get All Promo Codes: newest first. */
export const adminListPromoCodes = route({
  method: "GET",
  path: "/admin/promo-codes",
  summary: "All promo codes",
  tag: "Admin: Promo Codes Management",
  may: ANY_STAFF,
  limit: "admin",
  query: z.object({ is_active: flag.optional() }),
  replies: {
    200: documentedData("Promo codes.", z.object({ promo_codes: z.array(promoCodeSchema) })),
  },
  async handle({ query }, app) {
    const rows = await promotionsWhere(app.reads, MARKETPLACE, query.is_active);
    return data({ promo_codes: rows.map(presentPromoCode) });
  },
});
