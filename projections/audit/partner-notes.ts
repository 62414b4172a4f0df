import type { Handlers } from "../../src/kernel/projection.js";
import type { PartnerEvent, PartnerRegistered } from "../../src/modules/partner/events.js";
import { note } from "./note.js";

type Written = Pick<PartnerRegistered, "capabilities" | "profile" | "kyc">;

/** Papers and bank account are told apart by their ends alone: the log is read by many. */
function masked(secret: string | null): string | null {
  return secret === null ? null : `\u2026${secret.slice(-4)}`;
}

function written({ capabilities, profile, kyc }: Written) {
  return {
    ...profile,
    ...capabilities,
    aadharNumber: masked(kyc.aadharNumber),
    panNumber: masked(kyc.panNumber),
    bankAccountNumber: masked(kyc.bankAccountNumber),
    ifscCode: kyc.ifscCode,
    bankName: kyc.bankName,
  };
}

/** A partner as each event leaves them. */
export const partnerNotes: Handlers<PartnerEvent> = {
  PartnerRegistered: (event, rows) => {
    const { partnerId: id, workingHours } = event.data;
    const state = { isActive: true, isAvailable: true, onboarding: "pending", workingHours };
    const fields = { ...written(event.data), ...state };
    note(event, rows, { action: "create_partner", type: "partner", id, fields });
  },
  PartnerChanged: (event, rows) => {
    const { partnerId: id, isActive } = event.data;
    const fields = { ...written(event.data), isActive };
    note(event, rows, { action: "update_partner", type: "partner", id, fields });
  },
  PartnerVerified: (event, rows) => {
    const { partnerId: id, notes } = event.data;
    const fields = { onboarding: "verified", notes };
    note(event, rows, { action: "verify_partner", type: "partner", id, fields });
  },
  PartnerRejected: (event, rows) => {
    const { partnerId: id, notes } = event.data;
    const fields = { onboarding: "rejected", notes };
    note(event, rows, { action: "reject_partner", type: "partner", id, fields });
  },
  PartnerAvailabilityChanged: (event, rows) => {
    const { partnerId: id, isAvailable } = event.data;
    note(event, rows, {
      action: "update_partner",
      type: "partner",
      id,
      fields: { isAvailable },
    });
  },
  PartnerWorkingHoursChanged: (event, rows) => {
    const { partnerId: id, workingHours } = event.data;
    note(event, rows, {
      action: "update_partner",
      type: "partner",
      id,
      fields: { workingHours },
    });
  },
};
