import { reject, type Rejection } from "../../kernel/rejection.js";
import type { VerifyPartner } from "./commands.js";
import type { PartnerEvent } from "./events.js";
import type { Partner } from "./state.js";

/**
 * A partner starts pending; staff verify or reject, and a rejected one may be verified later
 * (Minuteserv, Verify Partner). A verified partner is let go by `isActive`, never rejected again.
 */
export function verifyPartner(
  { decision, notes }: VerifyPartner,
  { partnerId, onboarding }: Partner,
): readonly PartnerEvent[] | Rejection {
  if (onboarding === "verified" || onboarding === decision) {
    return reject("conflict", `partner_already_${onboarding}`, `The partner is ${onboarding}.`);
  }
  const type = decision === "verified" ? "PartnerVerified" : "PartnerRejected";
  return [{ type, data: { partnerId, notes } }];
}
