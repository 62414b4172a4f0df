import { z } from "zod";
import type { ChangePartner } from "../../../modules/partner/commands.js";
import { partnerBody } from "./partner-body.js";

/** What Update Partner takes: the fields of Create Partner that change, and `is_active`. */
export const partnerChangeBody = partnerBody.partial().extend({
  // A default would change a radius that nobody spoke of.
  service_radius_km: z.int().min(1).max(500).optional(),
  is_active: z.boolean().optional(),
});

export type PartnerChangeBody = z.output<typeof partnerChangeBody>;

/** Only what the request names. */
export function partnerChange(body: PartnerChangeBody): Omit<ChangePartner, "type"> {
  return {
    isActive: body.is_active,
    capabilities: {
      categories: unique(body.service_categories),
      tiers: unique(body.service_tiers),
      radiusKm: body.service_radius_km,
    },
    profile: {
      name: body.name,
      phone: body.phone_number,
      email: body.email,
      address: body.address,
    },
    kyc: {
      aadharNumber: body.aadhar_number,
      panNumber: body.pan_number,
      bankAccountNumber: body.bank_account_number,
      ifscCode: body.ifsc_code,
      bankName: body.bank_name,
    },
  };
}

function unique(words: readonly string[] | undefined): readonly string[] | undefined {
  return words === undefined ? undefined : [...new Set(words)];
}
