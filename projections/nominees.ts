import type { Of } from "../src/kernel/event.js";
import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { IdProof, NomineeEvent, NomineePerson } from "../src/modules/nominee/events.js";

/** Who inherits from a member, and what the review made of the proof. */
export interface NomineeRow {
  readonly account_id: string;
  readonly marketplace: string;
  readonly number: number;
  readonly full_name: string;
  readonly relationship: string;
  readonly date_of_birth: string;
  readonly mobile: string;
  readonly email: string;
  readonly address_line1: string;
  readonly city: string;
  readonly state: string;
  readonly pincode: string;
  readonly id_proof_type: string | null;
  readonly id_proof_number: string | null;
  readonly id_proof_paper: IdProof["paper"];
  /** pending, verified, rejected */
  readonly kyc_status: string;
  readonly kyc_submitted_at: string | null;
  readonly kyc_verified_at: string | null;
  /** The reviewer's number. */
  readonly kyc_verified_by: number | null;
  /** Empty unless it is rejected with one. */
  readonly kyc_rejection_reason: string;
}

const table = defineTable<NomineeRow>({
  name: "nominees",
  key: ["account_id"],
  columns: {
    account_id: "text",
    marketplace: "text",
    number: "integer",
    full_name: "text",
    relationship: "text",
    date_of_birth: "text",
    mobile: "text",
    email: "text",
    address_line1: "text",
    city: "text",
    state: "text",
    pincode: "text",
    id_proof_type: "text?",
    id_proof_number: "text?",
    id_proof_paper: "json?",
    kyc_status: "text",
    kyc_submitted_at: "timestamptz?",
    kyc_verified_at: "timestamptz?",
    kyc_verified_by: "integer?",
    kyc_rejection_reason: "text",
  },
  indexes: [{ columns: ["marketplace", "number"], unique: true }],
});

/** What no review has looked at yet. */
const UNREVIEWED = {
  kyc_status: "pending",
  kyc_verified_at: null,
  kyc_verified_by: null,
  kyc_rejection_reason: "",
} as const;

/** The nominees of members, one row a member. */
export const nominees = defineProjection<NomineeEvent>({
  name: "nominees",
  version: 1,
  tables: [table],
  on: {
    NomineeNamed: (event, rows) => rows.insert(table, named(event)),
    NomineeChanged: ({ data }, rows) =>
      rows.patch(table, { account_id: data.accountId }, personColumns(data.person)),
    NomineeProofSubmitted: ({ data: { accountId, proof }, metadata }, rows) =>
      rows.patch(
        table,
        { account_id: accountId },
        {
          id_proof_type: proof.proofType,
          id_proof_number: proof.proofNumber,
          id_proof_paper: proof.paper,
          kyc_submitted_at: metadata.occurredAt,
          ...UNREVIEWED,
        },
      ),
    NomineeVerified: (event, rows) =>
      rows.patch(table, { account_id: event.data.accountId }, reviewed(event, "verified", "")),
    NomineeRejected: (event, rows) =>
      rows.patch(
        table,
        { account_id: event.data.accountId },
        reviewed(event, "rejected", event.data.reason),
      ),
  },
});

function named({ data, metadata }: Of<NomineeEvent, "NomineeNamed">): NomineeRow {
  return {
    account_id: data.accountId,
    marketplace: metadata.marketplace,
    number: data.number,
    ...personColumns(data.person),
    id_proof_type: null,
    id_proof_number: null,
    id_proof_paper: null,
    kyc_submitted_at: null,
    ...UNREVIEWED,
  };
}

function personColumns(person: NomineePerson) {
  return {
    full_name: person.fullName,
    relationship: person.relationship,
    date_of_birth: person.dateOfBirth,
    mobile: person.mobile,
    email: person.email,
    address_line1: person.addressLine1,
    city: person.city,
    state: person.state,
    pincode: person.pincode,
  };
}

function reviewed(
  { data, metadata }: Of<NomineeEvent, "NomineeVerified" | "NomineeRejected">,
  status: "verified" | "rejected",
  reason: string,
): Partial<NomineeRow> {
  return {
    kyc_status: status,
    kyc_verified_at: metadata.occurredAt,
    kyc_verified_by: data.reviewerNumber,
    kyc_rejection_reason: reason,
  };
}

export function nomineeOf(reads: ReadModel, accountId: string): Promise<NomineeRow | undefined> {
  return firstRow(reads, "SELECT * FROM nominees WHERE account_id = $1", [accountId]);
}

/** By the number of the member who named them. */
export function nomineeByNumber(
  reads: ReadModel,
  marketplace: string,
  number: number,
): Promise<NomineeRow | undefined> {
  const statement = "SELECT * FROM nominees WHERE marketplace = $1 AND number = $2::bigint";
  return firstRow(reads, statement, [marketplace, number]);
}
