import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { partners } from "../../../../modules/partner/partner.js";
import { partnerOfMarket } from "../../partner-of-market.js";
import { notFound } from "../../refusals.js";
import { MANAGERS } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";
import { partnerSchema, presentPartner } from "../../shapes/partner.js";
import { workingHours } from "../../shapes/working-hours.js";

/** Partners Management, Update Partner Availability; the partner's position stays as it is. */
export const adminUpdatePartnerAvailability = route({
  method: "PATCH",
  path: "/admin/partners/:id/availability",
  summary: "Set when and whether a partner works",
  tag: "Admin: Partners Management",
  may: MANAGERS,
  limit: "admin",
  params: idParams,
  body: z
    .object({ is_available: z.boolean().optional(), working_hours: workingHours.optional() })
    .refine((body) => body.is_available !== undefined || body.working_hours !== undefined, {
      path: ["is_available"],
      message: "is required unless working_hours is given",
    }),
  example: {
    is_available: true,
    working_hours: { start: "08:00", end: "20:00", days: [1, 2, 3, 4, 5, 6, 7] },
  },
  replies: { 200: documentedData("Set.", z.object({ partner: partnerSchema })) },
  async handle({ params, body }, app) {
    if ((await partnerOfMarket(app, params.id)) === undefined) return notFound("Partner");
    if (body.working_hours !== undefined) {
      const command = { type: "ChangeWorkingHours", workingHours: body.working_hours } as const;
      const done = await app.execute(partners, params.id, command);
      if (isRejection(done)) return done;
    }
    if (body.is_available !== undefined) {
      const done = await app.execute(partners, params.id, {
        type: "ChangeAvailability",
        isAvailable: body.is_available,
        lat: null,
        lng: null,
      });
      if (isRejection(done)) return done;
    }
    const row = await partnerOfMarket(app, params.id);
    return row === undefined ? notFound("Partner") : data({ partner: presentPartner(row) });
  },
});
