import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { partnerOfMarket } from "../../partner-of-market.js";
import { changePartner } from "../../partners/change-partner.js";
import { partnerChangeBody } from "../../partners/partner-change-body.js";
import { notFound } from "../../refusals.js";
import { MANAGERS } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";
import { presentPartnerToVerify, verifiedPartnerSchema } from "../../shapes/partner.js";

/** Partners Management, Update Partner: what is left out stays as it is. */
export const adminUpdatePartner = route({
  method: "PUT",
  path: "/admin/partners/:id",
  summary: "Change a partner",
  tag: "Admin: Partners Management",
  may: MANAGERS,
  limit: "admin",
  params: idParams,
  body: partnerChangeBody,
  example: {
    name: "Priya Sharma",
    is_active: true,
    service_categories: ["Facial", "Waxing", "Hair"],
  },
  replies: { 200: documentedData("Changed.", z.object({ partner: verifiedPartnerSchema })) },
  async handle({ params, body }, app) {
    if ((await partnerOfMarket(app, params.id)) === undefined) return notFound("Partner");
    const refused = await changePartner(app, params.id, body);
    if (isRejection(refused)) return refused;
    const row = await partnerOfMarket(app, params.id);
    if (row === undefined) return notFound("Partner");
    return data({ partner: presentPartnerToVerify(row) });
  },
});
