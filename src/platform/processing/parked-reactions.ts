import type { ParkedReaction } from "../../kernel/parked-reaction.js";
import type { ReadModel } from "../../kernel/read-model.js";

/** For the staff's list of what is stuck (DESIGN §11), the longest parked first. */
export function parkedReactions(database: ReadModel): Promise<ParkedReaction[]> {
  return database.rows<ParkedReaction>(
    `select process, key, stream, revision, position, deadline, attempts, last_error, parked_at
     from ops.process_retries where parked_at is not null order by parked_at, process, key`,
  );
}

/** Lets a parked reaction be tried again from the start; false if there is no such one. */
export async function unpark(database: ReadModel, process: string, key: string): Promise<boolean> {
  const rows = await database.rows(
    `update ops.process_retries
     set parked_at = null, attempts = 0, next_real_at = now()
     where process = $1 and key = $2 and parked_at is not null returning key`,
    [process, key],
  );
  return rows.length > 0;
}
