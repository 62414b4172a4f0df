import type { Actor, Recorded } from "../kernel/event.js";
import type { Rejection } from "../kernel/rejection.js";
import type { DayReconciled } from "../modules/reconciliation/events.js";

/** Which part of a stream; revisions count from 0 and both ends are inclusive. */
export interface StreamRange {
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
}

/** How one projection stands. */
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
  readonly error_position: number | null;
  /** What a roll back would bring back. */
  readonly retired_version: number | null;
}

/** How far a rebuild or a verification is, or how it ended. */
export interface RebuildProgress {
  readonly id: number;
  readonly names: readonly string[];
  readonly purpose: "rebuild" | "verify";
  readonly phase: string;
  readonly events: number;
  readonly position: number;
  readonly target: number;
  /** Events a second. */
  readonly rate: number;
  /** Seconds still to go, null while unknown. */
  readonly eta: number | null;
  readonly error: string | null;
  readonly started_at: string;
  readonly ended_at: string | null;
}

/** What staff may do to projections; a rebuild goes on after the call that began it. */
export interface ProjectionAdministration {
  status(): Promise<readonly ProjectionStatus[]>;
  /** Rebuilds of late, newest first. */
  rebuilds(most: number): Promise<readonly RebuildProgress[]>;
  /** Begins a rebuild beside the live tables. Refuses while another one runs. */
  startRebuild(name: string): Promise<RebuildProgress | Rejection>;
  /** Asks the running rebuild to end; false when none runs. */
  abortRebuild(): Promise<boolean>;
  /** Puts the retired tables back. Refuses where there are none. */
  rollBack(
    name: string,
  ): Promise<{ readonly version: number; readonly position: number } | Rejection>;
}

/** A step of a process that failed as often as it may. */
export interface ParkedReaction {
  readonly process: string;
  readonly key: string;
  readonly stream: string | null;
  readonly revision: number | null;
  readonly position: number | null;
  readonly deadline: object | null;
  readonly attempts: number;
  readonly last_error: string;
  readonly parked_at: string;
}

export interface ParkedReactions {
  list(): Promise<readonly ParkedReaction[]>;
  /** Lets one be tried again from the start; false if there is no such one. */
  retry(process: string, key: string): Promise<boolean>;
}

/** The daily comparison with the gateway, for one day of one market. */
export interface Reconciliation {
  /** The markets whose days can be reconciled. */
  readonly marketplaces: readonly string[];
  /** Refuses an unknown market and a day that has not begun there. */
  run(
    marketplace: string,
    date: string,
    actor: Actor,
  ): Promise<{ readonly report: DayReconciled; readonly changed: boolean } | Rejection>;
}

/** What the staff API needs beyond the kernel's App; main joins it (DESIGN §11). */
export interface OperationsPorts {
  /** One stream as audits see it: every event decoded; empty if there is none. */
  readStream(stream: string, range?: StreamRange): Promise<readonly Recorded[]>;
  readonly projections: ProjectionAdministration;
  readonly reactions: ParkedReactions;
  readonly reconciliation: Reconciliation;
}
