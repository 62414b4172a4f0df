import { reject, type Rejection } from "../../kernel/rejection.js";
import type { PartnerEvent } from "./events.js";
import type { Partner } from "./state.js";

/** Only active, verified partners may come in and work (Minuteserv, partner.08). */
export function signIn({
  partnerId,
  isActive,
  onboarding,
}: Partner): readonly PartnerEvent[] | Rejection {
  if (!isActive) return reject("forbidden", "partner_inactive", "This partner is not active.");
  if (onboarding !== "verified") {
    return reject("forbidden", `partner_${onboarding}`, "This partner is not verified.");
  }
  return [{ type: "PartnerSignedIn", data: { partnerId } }];
}
