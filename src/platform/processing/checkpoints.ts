import type { Database } from "../database/database.js";

/** Told with every checkpoint, payload: the position. */
export const PROGRESS_CHANNEL = "process_progress";

/** All processes share one reader of the log, and so one checkpoint. */
const RUNNER = "processes";

export async function readCheckpoint(database: Database): Promise<number> {
  const [row] = await database.rows<{ position: number }>(
    "select position from ops.process_checkpoints where runner = $1",
    [RUNNER],
  );
  return row?.position ?? 0;
}

/** Never goes back: a leader that was slow to notice its successor does no harm. */
export async function saveCheckpoint(database: Database, position: number): Promise<void> {
  await database.rows(
    `with saved as (
       insert into ops.process_checkpoints (runner, position) values ($1, $2)
       on conflict (runner) do update
       set position = excluded.position, updated_at = now()
       where process_checkpoints.position < excluded.position
       returning position
     )
     select pg_notify($3, position::text) from saved`,
    [RUNNER, position, PROGRESS_CHANNEL],
  );
}
