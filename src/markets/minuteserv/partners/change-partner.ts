import type { App } from "../../../kernel/app.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import { partners } from "../../../modules/partner/partner.js";
import { claimChange } from "./claim-change.js";
import { releaseIdentity } from "./claim-identity.js";
import { partnerChange, type PartnerChangeBody } from "./partner-change-body.js";

/**
 * Lays a partial change over a partner. A new phone or Aadhaar number is claimed first (409 where
 * it is another partner's); who is no longer active loses their sessions at once.
 */
export async function changePartner(
  app: App,
  partnerId: string,
  body: PartnerChangeBody,
): Promise<Rejection | undefined> {
  const before = await app.load(partners, partnerId);
  const change = partnerChange(body);
  const wanted = { phone: body.phone_number, aadhar: body.aadhar_number };
  const claimed = await claimChange(app, partnerId, wanted);
  if (claimed !== undefined) return claimed;
  const outcomes = [await app.execute(partners, partnerId, { type: "ChangePartner", ...change })];
  if (body.working_hours !== undefined) {
    const command = { type: "ChangeWorkingHours", workingHours: body.working_hours } as const;
    outcomes.push(await app.execute(partners, partnerId, command));
  }
  await releaseIdentity(app, wanted, partnerId);
  const former = { phone: before?.profile.phone, aadhar: before?.kyc.aadharNumber };
  await releaseIdentity(app, former, partnerId);
  if (body.is_active === false) await app.sessions.endAll(partnerId, "blocked");
  return outcomes.find(isRejection);
}
