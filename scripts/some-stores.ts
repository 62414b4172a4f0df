import type { Config } from "../src/config/config.js";
import { InvalidSettings } from "../src/config/config.js";
import { findStores } from "../src/composition/store-addresses.js";
import { startStores, type Stores } from "../src/composition/stores.js";

export interface SomeStores extends Stores {
  /** Whether they run for nobody else. */
  readonly alone: boolean;
}

/** The stores of the settings or of a running service; else those of DATA_DIR, started for now. */
export async function someStores(config: Config): Promise<SomeStores> {
  try {
    return { ...(await findStores(config)), alone: false, stop: () => Promise.resolve() };
  } catch (error) {
    if (!(error instanceof InvalidSettings)) throw error;
    const stores = await startStores(config, (line) => console.error(line));
    return { ...stores, alone: true };
  }
}
