import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { ERASED, personal, PLAIN } from "../../kernel/event-catalogue.js";

interface About {
  readonly accountId: string;
}

/** A private paper, by its id in the files (kernel/files.ts) and what its bytes are. */
export interface Paper {
  readonly fileId: string;
  readonly type: string;
}

/** What somebody states about themselves: personal, and gone with the person's key. */
export interface IdentityDetails {
  readonly panNumber: string;
  readonly aadhaarNumber: string;
  readonly addressLine1: string;
  readonly addressLine2: string | null;
  readonly city: string;
  readonly state: string;
  readonly pincode: string;
  readonly country: string;
  readonly bankName: string;
  readonly accountNumber: string;
  readonly ifscCode: string;
  readonly accountHolderName: string;
}

/** What proves it; the files are sealed with the same person's key. */
export interface IdentityPapers {
  readonly pan: Paper;
  readonly aadhaarFront: Paper;
  readonly aadhaarBack: Paper;
  readonly bankPassbook: Paper;
}

/** Who of the staff looked at it, with the number that the contract prints of them. */
export interface Reviewer {
  readonly reviewerId: string;
  readonly reviewerNumber: number;
}

export interface KycSubmitted extends About {
  /** The number of the account, which is the record's too: a person has one record. */
  readonly number: number;
  readonly details: IdentityDetails;
  readonly papers: IdentityPapers;
}

export type KycEvent =
  | { readonly type: "KycSubmitted"; readonly data: KycSubmitted }
  | { readonly type: "KycApproved"; readonly data: About & Reviewer }
  | { readonly type: "KycRejected"; readonly data: About & Reviewer & { readonly reason: string } };

const ERASED_DETAILS: IdentityDetails = {
  panNumber: ERASED,
  aadhaarNumber: ERASED,
  addressLine1: ERASED,
  addressLine2: null,
  city: ERASED,
  state: ERASED,
  pincode: ERASED,
  country: ERASED,
  bankName: ERASED,
  accountNumber: ERASED,
  ifscCode: ERASED,
  accountHolderName: ERASED,
};

export const kycEvents: EventCatalogue<KycEvent> = {
  KycSubmitted: personal("accountId", { details: ERASED_DETAILS }),
  KycApproved: PLAIN,
  KycRejected: personal("accountId", { reason: ERASED }),
};
