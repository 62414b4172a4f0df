import { z } from "zod";
import type { NomineeRow } from "../../../../projections/nominees.js";
import { mediaUrl } from "../papers/media.js";
import { momentOrNull, momentText } from "./values.js";

/** Create/Update Nominee: who a nominee may be to the member. */
export const RELATIONSHIPS = [
  "spouse",
  "son",
  "daughter",
  "father",
  "mother",
  "brother",
  "sister",
  "other",
] as const;

export const nomineeSchema = z.object({
  id: z.int(),
  user: z.int(),
  full_name: z.string(),
  relationship: z.enum(RELATIONSHIPS),
  date_of_birth: z.string(),
  mobile: z.string(),
  email: z.string(),
  address_line1: z.string(),
  city: z.string(),
  state: z.string(),
  pincode: z.string(),
  id_proof_type: z.string().nullable(),
  id_proof_number: z.string().nullable(),
  id_proof_document: z.url().nullable(),
  kyc_status: z.enum(["pending", "verified", "rejected"]),
  kyc_submitted_at: momentText.nullable(),
  kyc_verified_at: momentText.nullable(),
  kyc_verified_by: z.int().nullable(),
  kyc_rejection_reason: z.string(),
});

/** @param url the address that was called; the paper's address begins as it does */
export function presentNominee(row: NomineeRow, url: string) {
  const paper = row.id_proof_paper;
  return {
    id: row.number,
    user: row.number,
    full_name: row.full_name,
    relationship: row.relationship,
    date_of_birth: row.date_of_birth,
    mobile: row.mobile,
    email: row.email,
    address_line1: row.address_line1,
    city: row.city,
    state: row.state,
    pincode: row.pincode,
    id_proof_type: row.id_proof_type,
    id_proof_number: row.id_proof_number,
    id_proof_document: paper === null ? null : mediaUrl(url, "nominee/id_proof", paper),
    kyc_status: row.kyc_status,
    kyc_submitted_at: momentOrNull(row.kyc_submitted_at),
    kyc_verified_at: momentOrNull(row.kyc_verified_at),
    kyc_verified_by: row.kyc_verified_by,
    kyc_rejection_reason: row.kyc_rejection_reason,
  };
}
