import { z } from "zod";
import { email, phone, text } from "../shapes/fields.js";
import { workingHours } from "../shapes/working-hours.js";
import { SERVICE_TIERS } from "../vocabulary.js";
import type { NewPartner } from "./register-partner.js";

function coded(pattern: RegExp, message: string) {
  return z.string().trim().toUpperCase().regex(pattern, message).nullish();
}

/** What Create Partner takes; lengths as its columns have them (service_partners). */
export const partnerBody = z.object({
  name: text(255),
  phone_number: phone,
  email: email.nullish(),
  aadhar_number: coded(/^\d{12}$/, "must be 12 digits"),
  pan_number: coded(/^[A-Z0-9]{10}$/, "must be 10 letters and digits"),
  bank_account_number: text(50).nullish(),
  ifsc_code: coded(/^[A-Z0-9]{11}$/, "must be 11 letters and digits"),
  bank_name: text(255).nullish(),
  address: text(1_000).nullish(),
  service_categories: z.array(text(100)).min(1).max(50),
  service_tiers: z.array(z.enum(SERVICE_TIERS)).min(1).max(SERVICE_TIERS.length),
  working_hours: workingHours,
  service_radius_km: z.int().min(1).max(500).default(10),
});

export function newPartner(body: z.output<typeof partnerBody>): NewPartner {
  return {
    capabilities: {
      categories: [...new Set(body.service_categories)],
      tiers: [...new Set(body.service_tiers)],
      radiusKm: body.service_radius_km,
    },
    workingHours: body.working_hours,
    profile: {
      name: body.name,
      phone: body.phone_number,
      email: body.email ?? null,
      address: body.address ?? null,
    },
    kyc: {
      aadharNumber: body.aadhar_number ?? null,
      panNumber: body.pan_number ?? null,
      bankAccountNumber: body.bank_account_number ?? null,
      ifscCode: body.ifsc_code ?? null,
      bankName: body.bank_name ?? null,
    },
  };
}
