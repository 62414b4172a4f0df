import type { DailyJobStatus } from "../kernel/daily-job.js";
import type { Actor, Recorded } from "../kernel/event.js";
import type { ParkedReaction } from "../kernel/parked-reaction.js";
import type { ProjectionStatus, RebuildProgress } from "../kernel/projection-status.js";
import type { Rejection } from "../kernel/rejection.js";
import type { DayReconciled } from "../modules/reconciliation/events.js";

/** Which part of a stream; revisions count from 0 and both ends are inclusive. */
export interface StreamRange {
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
}

/** What staff may do to projections; a rebuild goes on after the call that began it. */
export interface ProjectionAdministration {
  status(): Promise<readonly ProjectionStatus[]>;
  /** Rebuilds and verifications of late, newest first. */
  rebuilds(most: number): Promise<readonly RebuildProgress[]>;
  /** Begins a rebuild beside the live tables. Refuses while another one runs. */
  startRebuild(name: string): Promise<RebuildProgress | Rejection>;
  /** Begins to compare the live tables with rebuilt ones. Refuses while another one runs. */
  startVerification(name: string): Promise<RebuildProgress | Rejection>;
  /** Asks the running rebuild or verification to end; false when none runs. */
  abortRebuild(): Promise<boolean>;
  /** Puts the retired tables back. Refuses where there are none. */
  rollBack(
    name: string,
  ): Promise<{ readonly version: number; readonly position: number } | Rejection>;
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
  readonly jobs: { status(): Promise<readonly DailyJobStatus[]> };
}
