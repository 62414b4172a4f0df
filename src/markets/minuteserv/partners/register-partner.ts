import type { App } from "../../../kernel/app.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import type { PartnerRegistered } from "../../../modules/partner/events.js";
import { partners } from "../../../modules/partner/partner.js";
import { MARKETPLACE } from "../policy.js";
import { claimIdentity, releaseIdentity } from "./claim-identity.js";

export type NewPartner = Omit<PartnerRegistered, "partnerId" | "code">;

/** Registers a partner under the next code and answers with the id (Create Partner). */
export async function registerPartner(app: App, asked: NewPartner): Promise<string | Rejection> {
  const unique = { phone: asked.profile.phone, aadhar: asked.kyc.aadharNumber };
  const partnerId = await claimIdentity(app, unique);
  if (isRejection(partnerId)) return partnerId;
  const code = await partnerCode(app);
  const done = await app.execute(partners, partnerId, {
    type: "RegisterPartner",
    ...asked,
    partnerId,
    code,
  });
  if (!isRejection(done)) return partnerId;
  await releaseIdentity(app, unique, partnerId);
  return done;
}

/** `PT-001` and on; the thousandth has four digits (partner.06). */
async function partnerCode(app: App): Promise<string> {
  const number = await app.numbers.next(`${MARKETPLACE}-partner`, app.envelope);
  return `PT-${String(number).padStart(3, "0")}`;
}
