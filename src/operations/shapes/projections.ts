import { z } from "zod";
import type { Reply } from "../../kernel/route.js";
import type { ProjectionStatus, RebuildProgress } from "../../kernel/projection-status.js";

export const rebuildSchema = z.object({
  id: z.int(),
  projections: z.array(z.string()),
  purpose: z.enum(["rebuild", "verify"]),
  phase: z.string(),
  running: z.boolean(),
  events: z.int(),
  position: z.int(),
  target: z.int(),
  events_per_second: z.int(),
  eta_seconds: z.number().nullable(),
  error: z.string().nullable(),
  started_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
});

export function presentRebuild(rebuild: RebuildProgress) {
  return {
    id: rebuild.id,
    projections: rebuild.names,
    purpose: rebuild.purpose,
    phase: rebuild.phase,
    running: rebuild.ended_at === null,
    events: rebuild.events,
    position: rebuild.position,
    target: rebuild.target,
    events_per_second: Math.round(rebuild.rate),
    eta_seconds: rebuild.eta,
    error: rebuild.error,
    started_at: rebuild.started_at,
    ended_at: rebuild.ended_at,
  };
}

export const projectionSchema = z.object({
  name: z.string(),
  version: z.int().describe("Of the live tables"),
  code_version: z.int().nullable(),
  state: z.enum(["live", "stopped", "outdated", "missing"]),
  position: z.int(),
  lag: z.int().describe("How much of the log, in its own positions, is still to be projected"),
  error: z.string().nullable(),
  error_position: z.int().nullable(),
  retired_version: z.int().nullable().describe("What a roll back would bring back"),
});

export const projectionDetailSchema = projectionSchema.extend({
  rebuild: rebuildSchema.nullable().describe("The latest rebuild of it, running or not"),
  verification: rebuildSchema
    .nullable()
    .describe("The latest verification of it; it failed where rows differ, and says which"),
});

/** Rebuilds and verifications that are looked through for those of one projection. */
export const REBUILDS_KEPT_IN_SIGHT = 50;

/** The latest rebuild or verification, of those newest first, that this projection is part of. */
export function latestWork(
  name: string,
  rebuilds: readonly RebuildProgress[],
): RebuildProgress | undefined {
  return rebuilds.find(({ names }) => names.includes(name));
}

export function presentProjection(status: ProjectionStatus, rebuilds: readonly RebuildProgress[]) {
  const latest = (wanted: RebuildProgress["purpose"]) => {
    const work = latestWork(
      status.name,
      rebuilds.filter(({ purpose }) => purpose === wanted),
    );
    return work === undefined ? null : presentRebuild(work);
  };
  return { ...status, rebuild: latest("rebuild"), verification: latest("verify") };
}

/** 202 with the address that tells how a run over a projection goes. */
export function accepted(projection: string, run: object): Reply {
  const status = `/operations/projections/${encodeURIComponent(projection)}`;
  return { status: 202, body: { status, ...run }, headers: { location: status } };
}
