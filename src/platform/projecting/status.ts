import type { EventFeed } from "../../kernel/event-feed.js";
import type { ProjectionDefinition } from "../../kernel/projection.js";
import type { ProjectionStatus } from "../../kernel/projection-status.js";
import type { Database } from "../database/database.js";
import { standings } from "./bookkeeping.js";

/** Every projection of the code and of the database; no other process is asked. */
export async function projectionStatus({
  definitions,
  feed,
  database,
}: {
  readonly definitions: readonly ProjectionDefinition[];
  readonly feed: Pick<EventFeed, "end">;
  readonly database: Database;
}): Promise<readonly ProjectionStatus[]> {
  const [end, rows] = await Promise.all([feed.end(), standings(database)]);
  const versions = new Map(definitions.map(({ name, version }) => [name, version]));
  const known = rows.map((row) => ({
    name: row.name,
    version: row.version,
    code_version: versions.get(row.name) ?? null,
    state: row.state,
    position: row.position,
    lag: Math.max(0, end - row.position),
    error: row.error,
    error_position: row.error_position,
    retired_version: row.retired_version,
  }));
  const names = new Set(rows.map(({ name }) => name));
  const missing = definitions.filter(({ name }) => !names.has(name));
  return [...known, ...missing.map(({ name, version }) => missingStatus(name, version, end))];
}

function missingStatus(name: string, version: number, end: number): ProjectionStatus {
  return {
    name,
    version: 0,
    code_version: version,
    state: "missing",
    position: 0,
    lag: end,
    error: null,
    error_position: null,
    retired_version: null,
  };
}
