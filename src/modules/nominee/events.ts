import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { ERASED, personal, PLAIN } from "../../kernel/event-catalogue.js";

interface About {
  /** Who named the nominee. What is known of the nominee goes with that person's key. */
  readonly accountId: string;
}

/** The person who would inherit. */
export interface NomineePerson {
  readonly fullName: string;
  readonly relationship: string;
  /** `YYYY-MM-DD` */
  readonly dateOfBirth: string;
  readonly mobile: string;
  readonly email: string;
  readonly addressLine1: string;
  readonly city: string;
  readonly state: string;
  readonly pincode: string;
}

/** What proves who the nominee is, as far as it was handed in. */
export interface IdProof {
  readonly proofType: string | null;
  readonly proofNumber: string | null;
  /** The paper's id in the files (kernel/files.ts) and what its bytes are. */
  readonly paper: { readonly fileId: string; readonly type: string } | null;
}

/** Who of the staff looked at it, with the number that the contract prints of them. */
export interface Reviewer {
  readonly reviewerId: string;
  readonly reviewerNumber: number;
}

interface Described extends About {
  readonly person: NomineePerson;
}

export interface NomineeNamed extends Described {
  /** The number of the account, which is the nominee's too: a person names one. */
  readonly number: number;
}

/** The whole proof as it stands now; it waits for a review, whatever an earlier one said. */
export interface NomineeProofSubmitted extends About {
  readonly proof: IdProof;
}

export type NomineeEvent =
  | { readonly type: "NomineeNamed"; readonly data: NomineeNamed }
  | { readonly type: "NomineeChanged"; readonly data: Described }
  | { readonly type: "NomineeProofSubmitted"; readonly data: NomineeProofSubmitted }
  | { readonly type: "NomineeVerified"; readonly data: About & Reviewer }
  | {
      readonly type: "NomineeRejected";
      readonly data: About & Reviewer & { readonly reason: string };
    };

const ERASED_PERSON: NomineePerson = {
  fullName: ERASED,
  relationship: "other",
  dateOfBirth: "1900-01-01",
  mobile: ERASED,
  email: ERASED,
  addressLine1: ERASED,
  city: ERASED,
  state: ERASED,
  pincode: ERASED,
};

const ERASED_PROOF: IdProof = { proofType: null, proofNumber: null, paper: null };

export const nomineeEvents: EventCatalogue<NomineeEvent> = {
  NomineeNamed: personal("accountId", { person: ERASED_PERSON }),
  NomineeChanged: personal("accountId", { person: ERASED_PERSON }),
  NomineeProofSubmitted: personal("accountId", { proof: ERASED_PROOF }),
  NomineeVerified: PLAIN,
  NomineeRejected: personal("accountId", { reason: ERASED }),
};
