import { z } from "zod";
import type { IdentityDetails } from "../../../modules/kyc/events.js";
import { DEFAULT_COUNTRY } from "../policy.js";
import { lenient, optionalText, pincode, text } from "../shapes/fields.js";
import { paperFile } from "../shapes/paper.js";

function formatted(pattern: RegExp, message: string) {
  return lenient(z.string().trim().toUpperCase().regex(pattern, message));
}

/** Create KYC: the form; its numbers have the formats of their issuers. */
export const kycBody = z.object({
  pan_number: formatted(/^[A-Z]{5}\d{4}[A-Z]$/, "Invalid PAN number"),
  aadhaar_number: formatted(/^\d{12}$/, "Invalid Aadhaar number"),
  address_line1: text(255),
  address_line2: optionalText(255),
  city: text(100),
  state: text(100),
  pincode,
  country: optionalText(100),
  pan_document: paperFile,
  aadhaar_front: paperFile,
  aadhaar_back: paperFile,
  bank_name: text(150),
  account_number: formatted(/^\d{6,20}$/, "Invalid account number"),
  ifsc_code: formatted(/^[A-Z]{4}0[A-Z0-9]{6}$/, "Invalid IFSC code"),
  account_holder_name: text(150),
  bank_passbook: paperFile,
});

/** What the form states, papers aside. */
export function detailsOf(body: z.output<typeof kycBody>): IdentityDetails {
  return {
    panNumber: body.pan_number,
    aadhaarNumber: body.aadhaar_number,
    addressLine1: body.address_line1,
    addressLine2: body.address_line2 ?? null,
    city: body.city,
    state: body.state,
    pincode: body.pincode,
    country: body.country ?? DEFAULT_COUNTRY,
    bankName: body.bank_name,
    accountNumber: body.account_number,
    ifscCode: body.ifsc_code,
    accountHolderName: body.account_holder_name,
  };
}
