/** A process's reaction that failed as often as it may; people have to look at it. */
export interface ParkedReaction {
  readonly process: string;
  readonly key: string;
  /** Where the causing event stands; null for deadlines. */
  readonly stream: string | null;
  readonly revision: number | null;
  readonly position: number | null;
  readonly deadline: object | null;
  readonly attempts: number;
  readonly last_error: string;
  readonly parked_at: string;
}
