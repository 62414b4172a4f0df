import { z } from "zod";
import type { App } from "../../../../kernel/app.js";
import { isRejection, rejectFields, type Rejection } from "../../../../kernel/rejection.js";
import { created, PUBLIC, route } from "../../../../kernel/route.js";
import { shown, signupPurpose } from "../../members/one-time-code.js";
import { registerMember } from "../../members/register-member.js";
import { forgetSignup, signupOf, type Signup } from "../../members/signup.js";
import { startSession } from "../../members/start-session.js";
import { invalid } from "../../refusals.js";
import { tokensSchema } from "../../shapes/tokens.js";
import { lenient, text } from "../../shapes/fields.js";
import { presentSignedUp, signedUpSchema } from "../../shapes/user.js";

const body = z.object({
  signup_token: text(200),
  email_otp: lenient(z.string().trim()),
  mobile_otp: lenient(z.string().trim()),
});

/** Authentication APIs, 6. Verify Signup OTP. */
export const verifySignupOtp = route({
  method: "POST",
  path: "/api/auth/verify-signup-otp/",
  summary: "Show both codes and become a member",
  tag: "Authentication",
  may: PUBLIC,
  limit: "verify_signup_otp",
  body,
  example: { signup_token: "ABC123XYZ789...", email_otp: "123456", mobile_otp: "654321" },
  replies: {
    201: {
      description: "Registered and signed in.",
      schema: z.object({ user: signedUpSchema, tokens: tokensSchema }),
    },
  },
  async handle(input, app) {
    const token = input.body.signup_token;
    const signup = await signupOf(app, token);
    if (signup === undefined) return invalid("signup_token", "Invalid or expired signup token");
    const wrong = await redeemBoth(app, signup, input.body);
    if (wrong !== undefined) return wrong;
    const accountId = await registerMember(app, signup);
    await forgetSignup(app, token);
    if (isRejection(accountId)) return accountId;
    const entered = await startSession(app, accountId);
    if (isRejection(entered)) return entered;
    return created({ user: presentSignedUp(entered.member), tokens: entered.tokens });
  },
});

/** Uses both codes up, or neither. */
async function redeemBoth(
  app: App,
  { email, mobile }: Signup,
  given: z.output<typeof body>,
): Promise<Rejection | undefined> {
  const purpose = signupPurpose(given.signup_token);
  const [byEmail, byMobile] = await app.otps.redeemAll([
    shown("email", email, purpose, given.email_otp),
    shown("mobile", mobile, purpose, given.mobile_otp),
  ]);
  const fields = [
    ...(byEmail === undefined
      ? []
      : [{ field: "email_otp", message: "Invalid or expired email OTP" }]),
    ...(byMobile === undefined
      ? []
      : [{ field: "mobile_otp", message: "Invalid or expired mobile OTP" }]),
  ];
  return fields.length === 0 ? undefined : rejectFields("wrong_codes", fields);
}
