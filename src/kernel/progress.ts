/** How far the read models are, for reads that must see a write (DESIGN §5). */
export interface ProjectionProgress {
  /** Resolves true once every healthy projection is there, false after the time is up. */
  reached(position: number, milliseconds: number): Promise<boolean>;
}

/** How far the processes are, for callers that wait for consequences. */
export interface ProcessProgress {
  /**
   * Resolves true once the processes have acted on everything up to the position and on what
   * their own commands led to, false after the time is up.
   */
  settled(position: number, milliseconds: number): Promise<boolean>;
}
