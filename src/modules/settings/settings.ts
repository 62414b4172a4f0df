import { defineAggregate } from "../../kernel/decider.js";
import type { Rejection } from "../../kernel/rejection.js";
import { refuseSettings } from "./allowed-settings.js";
import type { ChangeSettings, SettingsCommand, SettingsPolicy } from "./commands.js";
import { settingsEvents, type SettingsEvent, type SettingValues } from "./events.js";

/** What was ever set; everything else is as the market's defaults say. */
export interface SettingsState {
  readonly values: SettingValues;
}

/** The settings that hold now: what was set over the market's defaults. */
export function settingsInForce(state: SettingsState, policy: SettingsPolicy): SettingValues {
  return { ...policy.defaults, ...state.values };
}

/** The event holds only values that differ, so that the log says what was turned and no more. */
function decide(
  { marketplace, values, policy }: ChangeSettings,
  state: SettingsState,
): readonly SettingsEvent[] | Rejection {
  const refusal = refuseSettings(values, policy);
  if (refusal !== undefined) return refusal;
  const inForce = settingsInForce(state, policy);
  const differing = Object.entries(values).filter(([name, value]) => inForce[name] !== value);
  if (differing.length === 0) return [];
  const data = { marketplace, values: Object.fromEntries(differing) };
  return [{ type: "SettingsChanged", data }];
}

/** One stream a marketplace; the stream's id is the marketplace's name. */
export const settings = defineAggregate<SettingsCommand, SettingsState, SettingsEvent>({
  category: "settings",
  events: settingsEvents,
  initial: { values: {} },
  decide,
  evolve: (state, event) => ({ values: { ...state.values, ...event.data.values } }),
});
