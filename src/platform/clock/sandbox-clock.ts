import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../database/database.js";

/** A clock that can be moved forward, by one process for all. */
export interface SandboxClock extends Clock {
  /**
   * Moves business time on and keeps it there over restarts; this process sees it at once, the
   * others within a notification.
   *
   * @param milliseconds not negative: business time never goes back
   */
  advance(milliseconds: number): Promise<void>;
  close(): void;
}

const CHANNEL = "sandbox_clock";

const ADVANCE = `INSERT INTO ops.sandbox_clock AS clock (offset_ms) VALUES ($1)
  ON CONFLICT (single) DO UPDATE SET offset_ms = clock.offset_ms + excluded.offset_ms
  RETURNING offset_ms, pg_notify('${CHANNEL}', offset_ms::text)`;

/**
 * The machine's time plus an offset that stands in `ops.sandbox_clock`.
 *
 * The offset only grows, so notifications may come late, twice or out of order. After a lost
 * connection the table is read again.
 */
export async function openSandboxClock(
  database: Pick<Database, "rows" | "listen">,
): Promise<SandboxClock> {
  let offset = 0;
  const learn = (known: number) => {
    offset = Math.max(offset, known);
  };
  const read = async () => {
    const [row] = await database.rows<{ offset_ms: number }>(
      "SELECT offset_ms FROM ops.sandbox_clock",
    );
    learn(row?.offset_ms ?? 0);
  };
  const listening = database.listen(CHANNEL, (payload) => {
    if (payload !== undefined) learn(Number(payload));
    // A read that fails is repeated by the next reconnection, which announces itself here.
    else read().catch(() => undefined);
  });
  await read();
  return {
    now: () => Date.now() + offset,
    async advance(milliseconds) {
      if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) {
        throw new Error(`business time cannot move by ${milliseconds} ms`);
      }
      const [row] = await database.rows<{ offset_ms: number }>(ADVANCE, [milliseconds]);
      if (row !== undefined) learn(row.offset_ms);
    },
    close: () => listening.close(),
  };
}
