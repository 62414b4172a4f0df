import { inDataFolder, seed } from "./data-folder.js";
import { atMost, type Measurement } from "./measurement.js";
import { startService } from "./service.js";

const NAME = "start.existing_data.s";

/** From the start of the process to a service that is ready, on data of an earlier run. */
export const starting: Measurement = {
  names: [NAME],
  measure: ({ quick, say }) =>
    inDataFolder(async (folder) => {
      const bookings = quick ? 300 : 5_000;
      say(`seeding ${bookings} bookings to start on`);
      await seed(folder, bookings);
      const first = await startService(folder);
      await first.stop();
      say("starting on existing data");
      const seconds: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const service = await startService(folder);
        await service.stop();
        seconds.push(service.seconds);
      }
      return [atMost(NAME, seconds.sort((one, other) => one - other)[1] ?? NaN, "s", 5)];
    }),
};
