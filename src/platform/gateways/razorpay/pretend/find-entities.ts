import { firstRow, type ReadModel } from "../../../../kernel/read-model.js";
import { ENTITY, type PretendEntity } from "./entity.js";

/** One entity by its id and kind. */
export function entity(
  database: ReadModel,
  id: string,
  kind: PretendEntity["kind"],
): Promise<PretendEntity | undefined> {
  return firstRow(
    database,
    `SELECT ${ENTITY} FROM ops.sandbox_gateway WHERE id = $1 AND kind = $2`,
    [id, kind],
  );
}

/**
 * All of a kind that were made in a span of time, the latest first.
 *
 * @param from milliseconds since the epoch, inclusive
 * @param to milliseconds since the epoch, exclusive; both are cut to whole seconds
 */
export function entitiesBetween(
  database: ReadModel,
  kind: PretendEntity["kind"],
  from: number,
  to: number,
): Promise<PretendEntity[]> {
  return database.rows(
    `SELECT ${ENTITY} FROM ops.sandbox_gateway WHERE kind = $1
       AND created_at >= to_timestamp($2) AND created_at < to_timestamp($3)
     ORDER BY created_at DESC, id`,
    [kind, Math.floor(from / 1_000), Math.floor(to / 1_000)],
  );
}
