import { defineTable } from "../../src/kernel/table.js";
import type { IdentityPapers } from "../../src/modules/kyc/events.js";

/** Somebody's identity as last submitted, and what the review made of it. */
export interface KycRow {
  readonly account_id: string;
  readonly marketplace: string;
  readonly number: number;
  /** pending, approved, rejected */
  readonly status: string;
  readonly pan_number: string;
  readonly aadhaar_number: string;
  readonly address_line1: string;
  readonly address_line2: string | null;
  readonly city: string;
  readonly state: string;
  readonly pincode: string;
  readonly country: string;
  readonly bank_name: string;
  readonly account_number: string;
  readonly ifsc_code: string;
  readonly account_holder_name: string;
  readonly papers: IdentityPapers;
  readonly submitted_at: string;
  readonly reviewed_at: string | null;
  /** The reviewer's number. */
  readonly reviewed_by: number | null;
  /** Empty unless it is rejected. */
  readonly rejection_reason: string;
}

export const kycTable = defineTable<KycRow>({
  name: "kyc_records",
  key: ["account_id"],
  columns: {
    account_id: "text",
    marketplace: "text",
    number: "integer",
    status: "text",
    pan_number: "text",
    aadhaar_number: "text",
    address_line1: "text",
    address_line2: "text?",
    city: "text",
    state: "text",
    pincode: "text",
    country: "text",
    bank_name: "text",
    account_number: "text",
    ifsc_code: "text",
    account_holder_name: "text",
    papers: "json",
    submitted_at: "timestamptz",
    reviewed_at: "timestamptz?",
    reviewed_by: "integer?",
    rejection_reason: "text",
  },
  indexes: [
    { columns: ["marketplace", "number"], unique: true },
    { columns: ["marketplace", "submitted_at"] },
    { columns: ["marketplace", "status", "submitted_at"] },
  ],
});
