import type { Config } from "../src/config/config.js";
import { InvalidSettings } from "../src/config/config.js";
import { findStores } from "../src/composition/store-addresses.js";
import { startStores, type Stores } from "../src/composition/stores.js";

/** The stores of the settings or of a running service; else those of DATA_DIR, started for now. */
export async function someStores(config: Config): Promise<Stores> {
  try {
    return { ...(await findStores(config)), stop: () => Promise.resolve() };
  } catch (error) {
    if (!(error instanceof InvalidSettings)) throw error;
    return startStores(config, (line) => console.error(line));
  }
}
