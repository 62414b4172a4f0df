import { inDataFolder, seed, settingsOf, withStores } from "./data-folder.js";
import { ASSIGNING, assignTogether } from "./assigning.js";
import { ADMIN_DASHBOARD, DASHBOARD, dashboards } from "./dashboards.js";
import { FILTERS, filterName, filtering } from "./filters.js";
import type { Measurement, Setting } from "./measurement.js";
import { run } from "./program.js";
import { withService } from "./service.js";

const PARTNERS = 5_000;

/** What npm gives `rebuild`. */
const FLAGS = ["--max-semi-space-size=64"];

/** Bookings of every status; most of them only placed, which is enough to be in the way. */
async function crowded(folder: string, { quick, say }: Setting): Promise<void> {
  const [placed, lived] = quick ? [9_000, 1_000] : [90_000, 10_000];
  say(`seeding ${placed + lived} bookings and ${PARTNERS} partners`);
  await seed(folder, lived, "--seed", "lived", "--partners", String(PARTNERS));
  await seed(folder, placed, "--seed", "placed", "--placed-only");
  say("building the read models");
  const args = ["scripts/rebuild.js", ["--all"], settingsOf(folder), FLAGS] as const;
  await withStores(folder, () => run(...args));
}

/** What the market's first pages, its searches and its assignments cost once it is large. */
export const crowding: Measurement = {
  names: [...DASHBOARD, ...ADMIN_DASHBOARD, ...Object.keys(FILTERS).map(filterName), ASSIGNING],
  measure: (setting) =>
    inDataFolder(async (folder) => {
      await crowded(folder, setting);
      const assigned = await withStores(folder, ({ databaseUrl }) =>
        assignTogether(databaseUrl, setting),
      );
      return withService(folder, async (service) => [
        ...(await dashboards(service, setting)),
        ...(await filtering(service, setting)),
        assigned,
      ]);
    }),
};
