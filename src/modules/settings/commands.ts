import type { SettingValues } from "./events.js";

/** What a market allows a setting to be; both ends count. */
export interface SettingRule {
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

/** A market's settings as policy data; the keys of `rules` are the settings there are. */
export interface SettingsPolicy {
  readonly defaults: SettingValues;
  readonly rules: Readonly<Record<string, SettingRule>>;
}

export interface ChangeSettings {
  readonly type: "ChangeSettings";
  readonly marketplace: string;
  readonly values: SettingValues;
  readonly policy: SettingsPolicy;
}

export type SettingsCommand = ChangeSettings;
