import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { partners } from "../../../../modules/partner/partner.js";
import { partnerById } from "../../../../../projections/partners-table.js";
import { callerId } from "../../../../kernel/caller.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";

/** Partner APIs, Update Availability Status; no position keeps the last known one. */
export const partnerUpdateAvailability = route({
  method: "PATCH",
  path: "/partner/availability",
  summary: "Say whether you can work and where you are",
  tag: "Partner: Availability",
  may: realm("partner"),
  limit: "partner",
  body: z
    .object({
      is_available: z.boolean(),
      current_lat: z.number().min(-90).max(90).nullish(),
      current_lng: z.number().min(-180).max(180).nullish(),
    })
    .refine(({ current_lat: lat, current_lng: lng }) => isGiven(lat) === isGiven(lng), {
      path: ["current_lng"],
      message: "must come with current_lat",
    }),
  example: { is_available: true, current_lat: 22.5726, current_lng: 88.3639 },
  replies: {
    200: documentedData(
      "Noted.",
      z.object({ is_available: z.boolean(), last_seen_at: z.string() }),
    ),
  },
  async handle({ body }, app) {
    const done = await app.execute(partners, callerId(app), {
      type: "ChangeAvailability",
      isAvailable: body.is_available,
      lat: body.current_lat ?? null,
      lng: body.current_lng ?? null,
    });
    if (isRejection(done)) return done;
    const row = await partnerById(app.reads, MARKETPLACE, callerId(app));
    if (row === undefined) return notFound("Partner");
    return data({ is_available: row.is_available, last_seen_at: row.last_seen_at });
  },
});

function isGiven(coordinate: number | null | undefined): boolean {
  return coordinate !== null && coordinate !== undefined;
}
