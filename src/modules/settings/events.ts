import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";

/** Numbers that staff may turn, by name; percentages, minutes, days. */
export type SettingValues = Readonly<Record<string, number>>;

export interface SettingsChanged {
  readonly marketplace: string;
  /** Only what this change set. */
  readonly values: SettingValues;
}

export interface SettingsEvent {
  readonly type: "SettingsChanged";
  readonly data: SettingsChanged;
}

export const settingsEvents: EventCatalogue<SettingsEvent> = { SettingsChanged: PLAIN };
