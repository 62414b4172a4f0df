import { inDataFolder, seed, settingsOf, withStores } from "./data-folder.js";
import { confirmTogether, crowd, disperse } from "./crowd.js";
import { atMost, percentile, type Measurement, type Setting } from "./measurement.js";
import { run } from "./program.js";
import { withService } from "./service.js";

const NAME = "growth.100k_over_1k.ratio";
const ROUNDS = 6;
const BOOKINGS_A_ROUND = 300;

/** Fewer than the 32 of the load test: what is asked for is the cost, not the most there can be. */
const CLIENTS = 8;

async function planted(folder: string, bookings: number, { say }: Setting): Promise<void> {
  say(`seeding ${bookings} bookings to grow from`);
  await seed(folder, bookings, "--placed-only");
  await withStores(folder, () => run("scripts/rebuild.js", ["--all"], settingsOf(folder)));
}

/**
 * What a confirmed booking costs among many of them, over what it costs among few. Both services
 * run all the while and are asked in turn, so that a busy machine is as busy for the one as for
 * the other; of all rounds the middle one counts.
 */
export const growing: Measurement = {
  names: [NAME],
  measure: (setting) =>
    inDataFolder((few) =>
      inDataFolder(async (many) => {
        await planted(few, setting.quick ? 50 : 1_000, setting);
        await planted(many, setting.quick ? 5_000 : 100_000, setting);
        setting.say("confirming bookings among few and among many in turn");
        const ratios = await withService(few, (small) =>
          withService(many, async (large) => {
            const here = await crowd(small.url, CLIENTS);
            const there = await crowd(large.url, CLIENTS);
            const found: number[] = [];
            for (let round = 0; round <= ROUNDS; round += 1) {
              const one = await confirmTogether(here, BOOKINGS_A_ROUND);
              const other = await confirmTogether(there, BOOKINGS_A_ROUND);
              // The first round is for warming up.
              if (round > 0) found.push(one.rate / other.rate);
            }
            disperse([...here, ...there]);
            return found;
          }),
        );
        return [atMost(NAME, percentile(ratios, 50), "ratio", 1.2)];
      }),
    ),
};
