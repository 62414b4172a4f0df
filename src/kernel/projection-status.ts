/** How one projection stands, for staff and operators. */
export interface ProjectionStatus {
  readonly name: string;
  /** Of the live tables, and of the code; the latter null once the code has it no more. */
  readonly version: number;
  readonly code_version: number | null;
  readonly state: "live" | "stopped" | "outdated" | "missing";
  readonly position: number;
  /** How much of the log, in its own positions, is still to be projected. */
  readonly lag: number;
  readonly error: string | null;
  /** The position of the event that it cannot take. */
  readonly error_position: number | null;
  /** What a roll back would bring back. */
  readonly retired_version: number | null;
}

export type RebuildPhase =
  | "preparing"
  | "replaying"
  | "indexing"
  | "going_live"
  | "comparing"
  | "done"
  | "aborted"
  | "failed";

/** How far a rebuild or a verification is, or how it ended. */
export interface RebuildProgress {
  readonly id: number;
  readonly names: readonly string[];
  readonly purpose: "rebuild" | "verify";
  readonly phase: RebuildPhase;
  /** Events folded so far. */
  readonly events: number;
  /** Position in the log, of `target`. */
  readonly position: number;
  readonly target: number;
  /** Events a second since the replay began. */
  readonly rate: number;
  /** Seconds until the target is reached at this rate, null while unknown. */
  readonly eta: number | null;
  readonly error: string | null;
  readonly started_at: string;
  readonly ended_at: string | null;
}
