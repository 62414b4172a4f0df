import { z } from "zod";
import { toMajor } from "../../../kernel/money.js";
import { meanRating, type PartnerRow } from "../../../../projections/partners-table.js";

export const partnerSchema = z.object({
  id: z.uuid(),
  partner_code: z.string(),
  name: z.string(),
  phone_number: z.string(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  service_categories: z.array(z.string()),
  service_tiers: z.array(z.string()),
  working_hours: z.object({ start: z.string(), end: z.string(), days: z.array(z.int()) }),
  service_radius_km: z.number(),
  rating: z.number(),
  total_bookings: z.int(),
  completed_bookings: z.int(),
  cancelled_bookings: z.int(),
  cancellation_rate: z.number(),
  total_earnings: z.number(),
  pending_payout: z.number(),
  is_active: z.boolean(),
  is_available: z.boolean(),
  onboarding_status: z.string(),
  last_seen_at: z.string().nullable(),
  created_at: z.string(),
});

/** A partner as staff see one, without what was shown for verification. */
export function presentPartner(row: PartnerRow) {
  return {
    id: row.id,
    partner_code: row.code,
    name: row.name,
    phone_number: row.phone,
    email: row.email,
    address: row.address,
    service_categories: row.categories,
    service_tiers: row.tiers,
    working_hours: row.working_hours,
    service_radius_km: row.radius_km,
    rating: meanRating(row),
    total_bookings: row.total_bookings,
    completed_bookings: row.completed_bookings,
    cancelled_bookings: row.cancelled_bookings,
    cancellation_rate: cancellationRate(row),
    total_earnings: toMajor(row.total_earnings),
    pending_payout: toMajor(row.pending_payout),
    is_active: row.is_active,
    is_available: row.is_available,
    onboarding_status: row.onboarding_status,
    last_seen_at: row.last_seen_at,
    created_at: row.created_at,
  };
}

/** Percent with two decimals: 5 of 250 are 2.0 (partner.09). */
export function cancellationRate({
  cancelled_bookings,
  total_bookings,
}: Pick<PartnerRow, "cancelled_bookings" | "total_bookings">): number {
  if (total_bookings === 0) return 0;
  return Math.round((cancelled_bookings / total_bookings) * 10_000) / 100;
}

export const verifiedPartnerSchema = partnerSchema.extend({
  aadhar_number: z.string().nullable(),
  pan_number: z.string().nullable(),
  bank_account_number: z.string().nullable(),
  ifsc_code: z.string().nullable(),
  bank_name: z.string().nullable(),
});

/** With the numbers that verification needs; for those alone who verify. */
export function presentPartnerToVerify(row: PartnerRow) {
  const { kyc } = row;
  return {
    ...presentPartner(row),
    aadhar_number: kyc.aadharNumber,
    pan_number: kyc.panNumber,
    bank_account_number: kyc.bankAccountNumber,
    ifsc_code: kyc.ifscCode,
    bank_name: kyc.bankName,
  };
}
