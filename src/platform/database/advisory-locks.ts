/**
 * Every advisory lock there is, beside each other, so that no two are the same one. Processes of
 * every version must agree on the numbers.
 */
export const ADVISORY_LOCKS = {
  /** Held while the schemas are brought up to date. */
  migration: 7_411_001,
  /** Whoever holds it projects. */
  projecting: 7_411_002,
  /** Held by whoever uses the schema `rebuild`. */
  rebuild: 7_411_003,
  /** Whoever holds it runs the processes. */
  processing: 7_411_004,
  /** Held by whoever runs a daily job. */
  scheduling: 7_411_005,
} as const;
