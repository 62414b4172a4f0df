import type { Connection } from "../database/connection.js";
import type { Checkpoints, Place } from "./apply-page.js";
import { announcePosition, lockStandings } from "./bookkeeping.js";

/** Somebody swapped, stopped or moved a projection meanwhile: look again and start from there. */
export class OutOfStep extends Error {
  override readonly name = "OutOfStep";
}

/** The checkpoints of the live tables, in `ops.projections`. */
export class LiveCheckpoints implements Checkpoints {
  readonly #connection: Connection;
  readonly #announce: boolean;

  /** @param announce whether each page's commit tells all processes its position */
  constructor(connection: Connection, announce: boolean) {
    this.#connection = connection;
    this.#announce = announce;
  }

  async confirm(places: readonly Place[]): Promise<void> {
    const rows = await lockStandings(
      this.#connection,
      places.map(({ projection }) => projection.name),
    );
    const byName = new Map(rows.map((row) => [row.name, row]));
    for (const { projection, position } of places) {
      const row = byName.get(projection.name);
      const asBelieved =
        row?.state === "live" && row.version === projection.version && row.position === position;
      if (!asBelieved) throw new OutOfStep(`projection ${projection.name} was changed elsewhere`);
    }
  }

  async save(places: readonly Place[], position: number): Promise<void> {
    const names = places.map(({ projection }) => projection.name);
    await Promise.all([
      this.#connection.rows("update ops.projections set position = $2 where name = any($1)", [
        names,
        position,
      ]),
      this.#announce ? announcePosition(this.#connection, position) : undefined,
    ]);
  }
}
