import type { Foundation } from "../../src/composition/foundation.js";
import { countKeys, rewrapKeys } from "../../src/platform/vault/rewrap-keys.js";
import { countBar } from "../count-bar.js";

/**
 * Wraps all keys under MASTER_KEY anew, while the service stays up. An interrupted run is finished
 * by asking again.
 */
export async function rotateMaster({ database, masters }: Foundation): Promise<number> {
  const total = await countKeys(database);
  const bar = countBar("keys", total);
  const tell = (done: number): void => {
    if (process.stderr.isTTY) bar.show(done);
    else console.error(`${done} of ${total} keys`);
  };
  const { keys, rewrapped } = await rewrapKeys(database, masters, tell).finally(() => bar.end());
  console.log(`Of ${keys} keys ${rewrapped} were wrapped anew; MASTER_KEY now wraps all of them.`);
  console.log(
    "MASTER_KEY_PREVIOUS is needed no more, once every process runs with this MASTER_KEY.",
  );
  return 0;
}
