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
    200: documentedData("The settings.", settingsSchema),
  },
  async handle(_input, app) {
    return data(await currentSettings(app));
  },
});
