import { z } from "zod";
import { enter } from "../../../../kernel/enter.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { PUBLIC, route } from "../../../../kernel/route.js";
import { partners } from "../../../../modules/partner/partner.js";
import { partnerByPhone } from "../../../../../projections/partners-table.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { otpCode, phone } from "../../shapes/fields.js";

/**
 * Partner APIs, Partner Login, with a code that Send OTP sent for `login` (A34). The code comes
 * first: only who holds the phone learns whether it is a partner's. The refresh token is ours,
 * since the document leaves partners none (A35).
 */
export const partnerLogIn = route({
  method: "POST",
  path: "/partner/auth/login",
  summary: "Sign in as a partner",
  tag: "Partner: Authentication",
  may: PUBLIC,
  limit: "partner",
  body: z.object({ phone_number: phone, otp_code: otpCode }),
  example: { phone_number: "+919876543210", otp_code: "123456" },
  replies: {
    200: documentedData(
      "Signed in.",
      z.object({
        access_token: z.string(),
        refresh_token: z.string(),
        partner: z.object({ id: z.uuid(), partner_code: z.string(), name: z.string() }),
      }),
    ),
  },
  async handle({ body }, app) {
    const wrong = await app.otps.redeem({
      marketplace: MARKETPLACE,
      recipient: body.phone_number,
      purpose: "login",
      code: body.otp_code,
    });
    if (wrong !== undefined) return wrong;
    const partner = await partnerByPhone(app.reads, MARKETPLACE, body.phone_number);
    if (partner === undefined) return notFound("Partner");
    const principal = { id: partner.id, marketplace: MARKETPLACE, role: "partner" };
    const tokens = await enter(app, { ...principal, realm: "partner" }, () =>
      app.execute(partners, partner.id, { type: "SignIn" }),
    );
    if (isRejection(tokens)) return tokens;
    return data({
      access_token: tokens.accessToken,
      refresh_token: tokens.refreshToken,
      partner: { id: partner.id, partner_code: partner.code, name: partner.name },
    });
  },
});
