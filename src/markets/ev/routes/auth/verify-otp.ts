import { z } from "zod";
import type { App } from "../../../../kernel/app.js";
import { isRejection, type Rejection } from "../../../../kernel/rejection.js";
import { ok, PUBLIC, route } from "../../../../kernel/route.js";
import type { ContactKind } from "../../members/contact.js";
import { memberWith } from "../../members/find-member.js";
import { LOGIN, shown } from "../../members/one-time-code.js";
import { referrerOf } from "../../members/referrer.js";
import { registerMember, UNKNOWN_PERSON } from "../../members/register-member.js";
import { startSession } from "../../members/start-session.js";
import { invalidAsAWhole } from "../../refusals.js";
import { lenient, optionalText } from "../../shapes/fields.js";
import { identified, identifies, UNDER_IDENTIFIER } from "../../shapes/identifier.js";
import { tokensSchema } from "../../shapes/tokens.js";
import { loggedInSchema, presentLoggedIn } from "../../shapes/user.js";

/** Authentication APIs, 2. Verify OTP & Login: who is unknown is registered (EV-A05). */
export const verifyOtp = route({
  method: "POST",
  path: "/api/auth/verify-otp/",
  summary: "Exchange a one-time password for tokens",
  tag: "Authentication",
  may: PUBLIC,
  limit: "verify_otp",
  body: z
    .object({
      ...identified,
      otp_code: lenient(z.string().trim()),
      referral_code: optionalText(50),
    })
    .refine(identifies, UNDER_IDENTIFIER),
  example: {
    identifier: "user@example.com",
    otp_code: "123456",
    otp_type: "email",
    referral_code: "REF12345",
  },
  replies: {
    200: {
      description: "Signed in.",
      schema: z.object({ user: loggedInSchema, tokens: tokensSchema }),
    },
  },
  async handle({ body }, app) {
    const { identifier, otp_type: kind } = body;
    const known = await memberWith(app, kind, identifier);
    // A code that nobody has is told before the one-time password is used up by it.
    const code = known === undefined ? body.referral_code : null;
    const referredBy = await referrerOf(app, code);
    if (isRejection(referredBy)) return referredBy;
    const wrong = await app.otps.redeem(shown(kind, identifier, LOGIN, body.otp_code));
    if (wrong !== undefined) return invalidAsAWhole("Invalid or expired OTP");
    const accountId = known ?? (await registered(app, kind, identifier, referredBy));
    if (isRejection(accountId)) return accountId;
    const entered = await startSession(app, accountId);
    if (isRejection(entered)) return entered;
    return ok({ user: presentLoggedIn(entered.member), tokens: entered.tokens });
  },
});

/** The new member, or the one whom a request at the same time has registered. */
async function registered(
  app: App,
  kind: ContactKind,
  identifier: string,
  referredBy: string | null,
): Promise<string | Rejection> {
  const accountId = await registerMember(app, {
    email: kind === "email" ? identifier.toLowerCase() : null,
    mobile: kind === "mobile" ? identifier : null,
    role: "user",
    referredBy,
    person: UNKNOWN_PERSON,
  });
  if (!isRejection(accountId)) return accountId;
  return (await memberWith(app, kind, identifier)) ?? accountId;
}
