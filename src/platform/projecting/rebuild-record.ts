import type { RebuildPhase, RebuildProgress } from "../../kernel/projection-status.js";
import type { Database } from "../database/database.js";

/** Somebody asked for it to end; nothing that was live has changed. */
export class RebuildAborted extends Error {
  override readonly name = "RebuildAborted";

  constructor() {
    super("the rebuild was aborted; the live tables are as they were");
  }
}

const COLUMNS =
  "id, names, purpose, phase, events, position, target, rate, error, started_at, ended_at, " +
  "case when rate > 0 and position > 0 and phase = 'replaying' " +
  "then round((target - position) * (events / position::float8) / rate) end as eta";

/** Milliseconds between two looks at the record. */
const INTERVAL = 300;

/** The row of `ops.rebuilds` through which a rebuild is followed and aborted from elsewhere. */
export class RebuildRecord {
  readonly id: number;
  readonly #database: Database;
  readonly #observe: (progress: RebuildProgress) => void;
  #replayBegan = 0;
  #told = 0;

  private constructor(
    id: number,
    database: Database,
    observe: (progress: RebuildProgress) => void,
  ) {
    this.id = id;
    this.#database = database;
    this.#observe = observe;
  }

  static async begin(
    database: Database,
    names: readonly string[],
    purpose: "rebuild" | "verify",
    observe: (progress: RebuildProgress) => void,
  ): Promise<RebuildRecord> {
    const [row] = await database.rows<{ id: number }>(
      "insert into ops.rebuilds (names, purpose, phase) values ($1, $2, 'preparing') returning id",
      [names, purpose],
    );
    return new RebuildRecord(row?.id ?? 0, database, observe);
  }

  async phase(phase: RebuildPhase, target?: number): Promise<void> {
    if (phase === "replaying") this.#replayBegan = performance.now();
    await this.#update("phase = $2, target = coalesce($3, target)", [phase, target ?? null]);
  }

  /** Tells how far the replay is; throws `RebuildAborted` once somebody asked for it. */
  async replayed(events: number, position: number): Promise<void> {
    const now = performance.now();
    if (now - this.#told < INTERVAL) return;
    this.#told = now;
    const rate = events / ((now - this.#replayBegan) / 1_000);
    await this.#update("events = $2, position = $3, rate = $4", [events, position, rate]);
  }

  async end(phase: "done" | "aborted" | "failed", error?: string): Promise<void> {
    await this.#database.rows(
      "update ops.rebuilds set phase = $2, error = $3, updated_at = now(), ended_at = now() " +
        "where id = $1",
      [this.id, phase, error ?? null],
    );
  }

  async #update(set: string, values: readonly unknown[]): Promise<void> {
    const [row] = await this.#database.rows<RebuildProgress & { readonly abort: boolean }>(
      `update ops.rebuilds set ${set}, updated_at = now() where id = $1
       returning abort, ${COLUMNS}`,
      [this.id, ...values],
    );
    if (row === undefined) return;
    const { abort, ...progress } = row;
    this.#observe(progress);
    if (abort) throw new RebuildAborted();
  }
}

/** The rebuilds and verifications of late, newest first. */
export function rebuildHistory(database: Database, most: number): Promise<RebuildProgress[]> {
  return database.rows<RebuildProgress>(
    `select ${COLUMNS} from ops.rebuilds order by id desc limit $1`,
    [most],
  );
}

/** Asks the running rebuild to end, wherever it runs. False when none runs. */
export async function abortRebuild(database: Database): Promise<boolean> {
  const asked = await database.rows(
    "update ops.rebuilds set abort = true where ended_at is null returning id",
  );
  return asked.length > 0;
}
