import type { App } from "../../kernel/app.js";
import { settingsOf } from "../../../projections/settings.js";
import { DEFAULT_SETTINGS, MARKETPLACE, type MinuteservSettings } from "./policy.js";

/** The settings in force now; a decision keeps what it was made with. */
export function currentSettings(app: App): Promise<MinuteservSettings> {
  return settingsOf(app.reads, MARKETPLACE, DEFAULT_SETTINGS);
}
