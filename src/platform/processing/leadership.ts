import type { Logger } from "pino";
import { ADVISORY_LOCKS } from "../database/advisory-locks.js";
import type { Connection } from "../database/connection.js";
import type { Database } from "../database/database.js";
import { pause } from "../eventlog/waiting.js";

const LOCK = ADVISORY_LOCKS.processing;

/** Milliseconds between a standby's tries. */
const RETRY = 300;

/**
 * Does the work whenever this process leads, until the signal aborts. The lock dies with its
 * session, so a killed leader is followed by a standby after one try; a leader that has lost its
 * session is told to stop by the signal that the work gets.
 */
export async function whileLeading(
  database: Database,
  log: Logger,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await leadOnce(database, signal, work);
    } catch (error) {
      log.warn({ err: error }, "the processes stop here and wait to lead again");
    }
    await pause(RETRY, signal);
  }
}

async function leadOnce(
  database: Database,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const session = await database.connect();
  try {
    while (!(await lock(session))) {
      await pause(RETRY, signal);
      if (signal.aborted) return;
    }
    await work(AbortSignal.any([signal, session.lost]));
  } finally {
    await session.close();
  }
}

async function lock(session: Connection): Promise<boolean> {
  const [row] = await session.rows<{ locked: boolean }>(
    "select pg_try_advisory_lock($1) as locked",
    [LOCK],
  );
  return row?.locked ?? false;
}
