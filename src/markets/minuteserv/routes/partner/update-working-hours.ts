import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { partners } from "../../../../modules/partner/partner.js";
import { callerId } from "../../../../kernel/caller.js";
import { partnerOfMarket } from "../../partner-of-market.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { workingHours } from "../../shapes/working-hours.js";

/** Partner APIs, Update Working Hours; bookings that are agreed already stay as they are. */
export const partnerUpdateWorkingHours = route({
  method: "PUT",
  path: "/partner/working-hours",
  summary: "Say when you work",
  tag: "Partner: Availability",
  may: realm("partner"),
  limit: "partner",
  body: z.object({ working_hours: workingHours }),
  example: { working_hours: { start: "08:00", end: "20:00", days: [1, 2, 3, 4, 5, 6, 7] } },
  replies: {
    200: documentedData(
      "Set.",
      z.object({
        working_hours: z.object({
          start: z.string(),
          end: z.string(),
          days: z.array(z.int()),
        }),
      }),
    ),
  },
  async handle({ body }, app) {
    const done = await app.execute(partners, callerId(app), {
      type: "ChangeWorkingHours",
      workingHours: body.working_hours,
    });
    if (isRejection(done)) return done;
    const row = await partnerOfMarket(app, callerId(app));
    return row === undefined ? notFound("Partner") : data({ working_hours: row.working_hours });
  },
});
