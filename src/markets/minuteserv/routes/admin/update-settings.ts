import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { settings } from "../../../../modules/settings/settings.js";
import { MARKETPLACE, SETTINGS } from "../../policy.js";
import { OWNER } from "../../roles.js";
import { currentSettings } from "../../settings.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { settingsSchema } from "../../shapes/settings.js";

/**
 * System Settings, Update System Settings: in force at once for what is decided from then on, and
 * only for that; absent keys keep their value (settings.02, .03).
 */
export const adminUpdateSettings = route({
  method: "PUT",
  path: "/admin/settings",
  summary: "Turn settings",
  tag: "Admin: System Settings",
  may: OWNER,
  limit: "admin",
  body: z.record(z.string().max(100), z.number()),
  example: {
    commission_percentage: 30,
    cancellation_fee_percentage: 10,
    free_cancellation_minutes: 5,
  },
  replies: { 200: documentedData("In force.", z.object({ settings: settingsSchema })) },
  async handle({ body }, app) {
    const done = await app.execute(settings, MARKETPLACE, {
      type: "ChangeSettings",
      marketplace: MARKETPLACE,
      values: body,
      policy: SETTINGS,
    });
    if (isRejection(done)) return done;
    return data({ settings: await currentSettings(app) });
  },
});
