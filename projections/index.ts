import type { ProjectionDefinition } from "../src/kernel/projection.js";

/** Every read model; the engine, the scripts and the staff API know them by this list. */
export const projections: readonly ProjectionDefinition[] = [];
