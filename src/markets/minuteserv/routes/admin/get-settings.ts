import { route } from "../../../../kernel/route.js";
import { ANY_STAFF } from "../../roles.js";
import { currentSettings } from "../../settings.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { settingsSchema } from "../../shapes/settings.js";

/** System Settings, Get System Settings. */
export const adminGetSettings = route({
  method: "GET",
  path: "/admin/settings",
  summary: "The settings in force",
  tag: "Admin: System Settings",
  may: ANY_STAFF,
  limit: "admin",
  replies: {
    200: documentedData("The settings.", settingsSchema, {
      success: true,
      data: {
        commission_percentage: 30,
        cancellation_fee_percentage: 10,
        free_cancellation_minutes: 5,
        partner_assignment_timeout: 15,
        otp_expiry_minutes: 5,
        max_booking_advance_days: 30,
      },
    }),
  },
  async handle(_input, app) {
    return data(await currentSettings(app));
  },
});
