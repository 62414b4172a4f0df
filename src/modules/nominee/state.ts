import type { IdProof, NomineePerson } from "./events.js";

export interface Nominee {
  readonly accountId: string;
  readonly person: NomineePerson;
  /** Nothing in it until some of it is handed in. */
  readonly proof: IdProof;
  readonly status: "pending" | "verified" | "rejected";
  /** Empty unless it is rejected with one. */
  readonly reason: string;
}

/** Null until somebody is named. */
export type NomineeState = Nominee | null;

export const NO_PROOF: IdProof = { proofType: null, proofNumber: null, paper: null };
