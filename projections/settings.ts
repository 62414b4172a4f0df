import { defineProjection } from "../src/kernel/projection.js";
import type { ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { SettingsEvent, SettingValues } from "../src/modules/settings/events.js";

interface SettingRow {
  readonly marketplace: string;
  readonly name: string;
  readonly value: number;
}

const table = defineTable<SettingRow>({
  name: "settings",
  key: ["marketplace", "name"],
  columns: { marketplace: "text", name: "text", value: "double" },
});

/** What staff have turned; a market's defaults stand in its policy. */
export const settings = defineProjection<SettingsEvent>({
  name: "settings",
  version: 1,
  tables: [table],
  on: {
    SettingsChanged: ({ data }, rows) => {
      for (const [name, value] of Object.entries(data.values)) {
        const key = { marketplace: data.marketplace, name };
        rows.upsert(table, key, () => ({ ...key, value }));
      }
    },
  },
});

/** The values in force: the defaults, overlaid by what was changed. */
export async function settingsOf<V extends SettingValues>(
  reads: ReadModel,
  marketplace: string,
  defaults: V,
): Promise<V> {
  const rows = await reads.rows<SettingRow>(
    "SELECT name, value FROM settings WHERE marketplace = $1",
    [marketplace],
  );
  return { ...defaults, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
}
