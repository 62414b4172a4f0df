import { z } from "zod";
import type { KycRow } from "../../../../projections/kyc/table.js";
import { mediaUrl } from "../papers/media.js";
import { moment, momentOrNull, momentText } from "./values.js";

export const KYC_STATUSES = ["pending", "approved", "rejected"] as const;

export const kycSchema = z.object({
  id: z.int(),
  user: z.int(),
  status: z.enum(KYC_STATUSES),
  pan_number: z.string(),
  aadhaar_number: z.string(),
  address_line1: z.string(),
  address_line2: z.string().nullable(),
  city: z.string(),
  state: z.string(),
  pincode: z.string(),
  country: z.string(),
  pan_document: z.url(),
  aadhaar_front: z.url(),
  aadhaar_back: z.url(),
  bank_name: z.string(),
  account_number: z.string(),
  ifsc_code: z.string(),
  account_holder_name: z.string(),
  bank_passbook: z.url(),
  submitted_at: momentText,
  reviewed_at: momentText.nullable(),
  reviewed_by: z.int().nullable(),
  rejection_reason: z.string(),
});

/** @param url the address that was called; the papers' addresses begin as it does */
export function presentKyc(row: KycRow, url: string) {
  const { papers } = row;
  return {
    id: row.number,
    user: row.number,
    status: row.status,
    pan_number: row.pan_number,
    aadhaar_number: row.aadhaar_number,
    address_line1: row.address_line1,
    address_line2: row.address_line2,
    city: row.city,
    state: row.state,
    pincode: row.pincode,
    country: row.country,
    pan_document: mediaUrl(url, "kyc/pan", papers.pan),
    aadhaar_front: mediaUrl(url, "kyc/aadhaar", papers.aadhaarFront),
    aadhaar_back: mediaUrl(url, "kyc/aadhaar", papers.aadhaarBack),
    bank_name: row.bank_name,
    account_number: row.account_number,
    ifsc_code: row.ifsc_code,
    account_holder_name: row.account_holder_name,
    bank_passbook: mediaUrl(url, "kyc/bank_passbook", papers.bankPassbook),
    submitted_at: moment(row.submitted_at),
    reviewed_at: momentOrNull(row.reviewed_at),
    reviewed_by: row.reviewed_by,
    rejection_reason: row.rejection_reason,
  };
}
