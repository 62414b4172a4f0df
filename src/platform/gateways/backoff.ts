import { setTimeout as pause } from "node:timers/promises";
import { GatewayUnavailable } from "../../kernel/gateway.js";

/** How often and how patiently a gateway is asked again. */
export interface Patience {
  /** The first try included. */
  readonly attempts: number;
  /** Milliseconds before the second try; doubled before each further one. */
  readonly firstPause: number;
  /** Milliseconds that one try may take. */
  readonly timeout: number;
}

/** A waiting customer is told within about ten seconds that the gateway is away. */
export const PATIENT: Patience = { attempts: 3, firstPause: 200, timeout: 3_000 };

/**
 * Runs an idempotent call until it succeeds, is refused or patience ends.
 *
 * Only `GatewayUnavailable` is tried again; any other error is the answer. A random half of each
 * pause keeps many processes from returning in step.
 */
export async function withPatience<T>(patience: Patience, call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const last = attempt >= patience.attempts || !(error instanceof GatewayUnavailable);
      if (last) throw error;
    }
    const longest = patience.firstPause * 2 ** (attempt - 1);
    await pause(longest / 2 + (Math.random() * longest) / 2);
  }
}
