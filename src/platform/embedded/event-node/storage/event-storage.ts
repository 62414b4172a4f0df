/**
 * One event as the log keeps it: `bytes` is the whole encoded ReadResp message, ready to hand out.
 */
export interface NewRecord {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly bytes: Buffer;
}

/** The head of a stream that holds nothing. */
export const NO_EVENTS = -1;

/**
 * The head of a tombstoned stream. EventStoreDB writes 2^63-1, which no JavaScript number holds;
 * inside the node the largest safe integer stands for it and only the encoder writes the real
 * number.
 */
export const TOMBSTONE = Number.MAX_SAFE_INTEGER;

/**
 * Where the events are. Positions are 1, 2, 3 … without a hole. Only committed (for the disk:
 * flushed) events are ever visible to a reader.
 */
export interface EventStorage {
  /** The position of the last committed event, 0 for an empty log. */
  readonly end: number;
  /** The last revision of a stream, NO_EVENTS or TOMBSTONE. */
  head(stream: string): number;
  /** The position of one event of a stream, or undefined where there is none. */
  position(stream: string, revision: number): number | undefined;
  /** The stored bytes at a position, or undefined beyond the end. */
  bytes(position: number): Buffer | undefined;
  /** Writes all records or none; resolves when they are durable and visible. */
  commit(records: readonly NewRecord[]): Promise<void>;
  /** Waits for the running commit and frees files and memory. */
  close(): Promise<void>;
}
