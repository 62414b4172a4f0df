import test from "ava";
import { fold } from "../../../src/kernel/decider.js";
import type { SettingsEvent, SettingValues } from "../../../src/modules/settings/events.js";
import { settings, settingsInForce } from "../../../src/modules/settings/settings.js";
import { given } from "../scenario.js";

const policy = {
  defaults: { commission_percentage: 30, free_cancellation_minutes: 5 },
  rules: {
    commission_percentage: { min: 0, max: 100, integer: false },
    free_cancellation_minutes: { min: 0, max: 1440, integer: true },
  },
};

function change(values: SettingValues) {
  return { type: "ChangeSettings", marketplace: "minuteserv", values, policy } as const;
}

function changed(values: SettingValues): SettingsEvent {
  return { type: "SettingsChanged", data: { marketplace: "minuteserv", values } };
}

test("only what differs is changed", (t) => {
  given(t, settings)
    .when(change({ commission_percentage: 27.5, free_cancellation_minutes: 5 }))
    .yields(changed({ commission_percentage: 27.5 }));
});

test("a part of a percent has two decimals", (t) => {
  for (const percent of [33.33, 0.07, 99.99, 1.1]) {
    given(t, settings)
      .when(change({ commission_percentage: percent }))
      .yields(changed({ commission_percentage: percent }));
  }
});

test("what is as it was, by default or by a change, is no change", (t) => {
  given(t, settings)
    .when(change({ commission_percentage: 30 }))
    .yields();
  given(t, settings, changed({ commission_percentage: 25 }))
    .when(change({ commission_percentage: 25 }))
    .yields();
});

test("a setting can be turned back to its default", (t) => {
  given(t, settings, changed({ commission_percentage: 25 }))
    .when(change({ commission_percentage: 30 }))
    .yields(changed({ commission_percentage: 30 }));
});

const wrong: readonly SettingValues[] = [
  { commission_percentage: 101 },
  { commission_percentage: -0.01 },
  { commission_percentage: Number.NaN },
  { commission_percentage: 33.333 },
  { free_cancellation_minutes: 5.5 },
  { no_such_setting: 1 },
  { toString: 1 },
  { commission_percentage: 20, no_such_setting: 1 },
];

for (const values of wrong) {
  test(`${JSON.stringify(values)} is refused as a whole`, (t) => {
    given(t, settings).when(change(values)).refuses("invalid", "settings_invalid");
  });
}

test("settings in force are the last values over the defaults", (t) => {
  const history = [changed({ commission_percentage: 25 }), changed({ commission_percentage: 20 })];
  t.deepEqual(settingsInForce(fold(settings, history), policy), {
    commission_percentage: 20,
    free_cancellation_minutes: 5,
  });
});
