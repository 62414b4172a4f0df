import { setTimeout as sleep } from "node:timers/promises";
import type { Transaction } from "../database/database.js";
import type { Standing } from "./bookkeeping.js";
import { qualified } from "./sql-text.js";

/**
 * Milliseconds that readers may be kept waiting for a swap: it gives up, lets them pass and tries
 * again a little more patiently, up to where Postgres sends a vacuum away that is in its way.
 */
const FIRST_PATIENCE = 200;
const MOST_PATIENCE = 1_500;

/** Tries until readers make room; `attempt` must be one transaction, given up when it throws. */
export async function patiently(
  signal: AbortSignal,
  attempt: (patience: number) => Promise<void>,
): Promise<void> {
  for (let patience = FIRST_PATIENCE; ; patience = Math.min(patience * 1.5, MOST_PATIENCE)) {
    signal.throwIfAborted();
    try {
      return await attempt(patience);
    } catch (error) {
      if (!wasKeptWaiting(error)) throw error;
    }
    await sleep(patience, undefined, { signal });
  }
}

/** Waits until nobody reads the live tables, or throws; new readers wait meanwhile. */
export async function lockTables(
  swapper: Pick<Transaction, "script">,
  standings: readonly Standing[],
  patience: number,
): Promise<void> {
  const tables = standings.flatMap((standing) =>
    standing.tables.map((table) => qualified("read", table)),
  );
  if (tables.length === 0) return;
  await swapper.script(`set local statement_timeout = ${Math.round(patience)}`);
  await swapper.script(`lock table ${tables.join(", ")} in access exclusive mode`);
  await swapper.script("set local statement_timeout = 0");
}

/** Cancelled by the timeout, or by Postgres to end a deadlock with a reader. */
function wasKeptWaiting(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return /^(57014|40P01|55P03)$/.test(String(error.code));
}
