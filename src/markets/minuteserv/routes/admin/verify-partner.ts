import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { partners } from "../../../../modules/partner/partner.js";
import { partnerById } from "../../../../../projections/partners-table.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, text } from "../../shapes/fields.js";
import { presentPartnerToVerify, verifiedPartnerSchema } from "../../shapes/partner.js";

/** Partners Management, Verify Partner. */
export const adminVerifyPartner = route({
  method: "POST",
  path: "/admin/partners/:id/verify",
  summary: "Verify or reject a partner",
  tag: "Admin: Partners Management",
  may: realm("admin", "super_admin", "admin"),
  limit: "admin",
  params: idParams,
  body: z.object({
    onboarding_status: z.enum(["verified", "rejected"]),
    notes: text(2_000).nullish(),
  }),
  example: { onboarding_status: "verified", notes: "All documents verified" },
  replies: {
    200: documentedData("Decided.", z.object({ partner: verifiedPartnerSchema })),
  },
  async handle({ params, body }, app) {
    if ((await partnerById(app.reads, MARKETPLACE, params.id)) === undefined) {
      return notFound("Partner");
    }
    const done = await app.execute(partners, params.id, {
      type: "VerifyPartner",
      decision: body.onboarding_status,
      notes: body.notes ?? null,
    });
    if (isRejection(done)) return done;
    const row = await partnerById(app.reads, MARKETPLACE, params.id);
    if (row === undefined) return notFound("Partner");
    return data({ partner: presentPartnerToVerify(row) });
  },
});
