import type { Change } from "../../kernel/change.js";
import type { IdProof, NomineePerson, Reviewer } from "./events.js";

/** Names a nominee, or describes the one there is anew. */
export interface NameNominee {
  readonly type: "NameNominee";
  readonly accountId: string;
  readonly number: number;
  readonly person: NomineePerson;
  /** What of the id proof is handed in. */
  readonly proof: Change<IdProof>;
}

/** Changes some of what is known of the nominee there is. */
export interface ChangeNominee {
  readonly type: "ChangeNominee";
  readonly person: Change<NomineePerson>;
  readonly proof: Change<IdProof>;
}

export interface VerifyNominee extends Reviewer {
  readonly type: "VerifyNominee";
}

export interface RejectNominee extends Reviewer {
  readonly type: "RejectNominee";
  /** May be empty. */
  readonly reason: string;
}

export type NomineeCommand = NameNominee | ChangeNominee | VerifyNominee | RejectNominee;
