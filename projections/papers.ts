import type { ReadModel } from "../src/kernel/read-model.js";

/** What a member has shown of who they are and who inherits from them. */
export interface Papers {
  /** Null before anything was submitted. */
  readonly kyc_status: string | null;
  readonly nominee_exists: boolean;
}

export const NO_PAPERS: Papers = { kyc_status: null, nominee_exists: false };

/** The papers of these accounts by account id; one without any is missing. */
export function papersOf(
  _reads: ReadModel,
  _accountIds: readonly string[],
): Promise<ReadonlyMap<string, Papers>> {
  return Promise.resolve(new Map());
}
