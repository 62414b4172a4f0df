import type { Of } from "../../src/kernel/event.js";
import { defineProjection } from "../../src/kernel/projection.js";
import type { KycEvent } from "../../src/modules/kyc/events.js";
import { kycTable, type KycRow } from "./table.js";

/** Who has shown who they are, one row a person: a new submission takes the place of the last. */
export const kyc = defineProjection<KycEvent>({
  name: "kyc",
  version: 1,
  tables: [kycTable],
  on: {
    KycSubmitted: (event, rows) =>
      rows.upsert(kycTable, { account_id: event.data.accountId }, () => submitted(event)),
    KycApproved: ({ data, metadata }, rows) =>
      rows.patch(
        kycTable,
        { account_id: data.accountId },
        {
          status: "approved",
          reviewed_at: metadata.occurredAt,
          reviewed_by: data.reviewerNumber,
          rejection_reason: "",
        },
      ),
    KycRejected: ({ data, metadata }, rows) =>
      rows.patch(
        kycTable,
        { account_id: data.accountId },
        {
          status: "rejected",
          reviewed_at: metadata.occurredAt,
          reviewed_by: data.reviewerNumber,
          rejection_reason: data.reason,
        },
      ),
  },
});

function submitted({ data, metadata }: Of<KycEvent, "KycSubmitted">): KycRow {
  const { accountId, number, details, papers } = data;
  return {
    account_id: accountId,
    marketplace: metadata.marketplace,
    number,
    status: "pending",
    pan_number: details.panNumber,
    aadhaar_number: details.aadhaarNumber,
    address_line1: details.addressLine1,
    address_line2: details.addressLine2,
    city: details.city,
    state: details.state,
    pincode: details.pincode,
    country: details.country,
    bank_name: details.bankName,
    account_number: details.accountNumber,
    ifsc_code: details.ifscCode,
    account_holder_name: details.accountHolderName,
    papers,
    submitted_at: metadata.occurredAt,
    reviewed_at: null,
    reviewed_by: null,
    rejection_reason: "",
  };
}
