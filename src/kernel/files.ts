import type { Upload } from "./upload.js";

/** A private file as it is read back. */
export interface KeptFile {
  /** Whose it is: the data subject whose key seals it. */
  readonly owner: string;
  /** What the bytes are, found by their content when they came. */
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * Private papers of people, outside the log: events name them by id. They are sealed with their
 * owner's key, so the erasure of the person is the end of the papers too.
 */
export interface Files {
  /** Keeps a file for good; under an id that is taken, the file kept first stays. */
  keep(id: string, owner: string, upload: Upload): Promise<void>;
  /** Undefined for an unknown file, and for one whose owner is erased. */
  read(id: string): Promise<KeptFile | undefined>;
  /** Takes back what was kept for a command that was refused. */
  discard(ids: readonly string[]): Promise<void>;
}
