import { z } from "zod";
import type { App } from "../../../../kernel/app.js";
import { enter } from "../../../../kernel/enter.js";
import { isRejection, type Rejection } from "../../../../kernel/rejection.js";
import { PUBLIC, route } from "../../../../kernel/route.js";
import { accounts } from "../../../../modules/account/account.js";
import { accountById } from "../../../../../projections/accounts.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { otpCode, phone } from "../../shapes/fields.js";
import { presentUser, userSchema } from "../../shapes/user.js";
import { otpPurpose } from "./send-otp.js";

/** Authentication, 2. Verify OTP: sign-up and sign-in are one step (auth.07). */
export const verifyOtp = route({
  method: "POST",
  path: "/auth/verify-otp",
  summary: "Exchange a one-time password for tokens",
  tag: "Authentication",
  may: PUBLIC,
  limit: "general_customer",
  body: z.object({ phone_number: phone, otp_code: otpCode, purpose: otpPurpose }),
  example: { phone_number: "+911234567890", otp_code: "123456", purpose: "login" },
  replies: {
    200: documentedData(
      "Signed in.",
      z.object({ access_token: z.string(), refresh_token: z.string(), user: userSchema }),
    ),
  },
  async handle({ body }, app) {
    const wrong = await app.otps.redeem({
      marketplace: MARKETPLACE,
      recipient: body.phone_number,
      purpose: body.purpose,
      code: body.otp_code,
    });
    if (wrong !== undefined) return wrong;
    const accountId = await accountOf(app, body.phone_number);
    if (isRejection(accountId)) return accountId;
    const principal = { id: accountId, marketplace: MARKETPLACE, role: "customer" };
    const tokens = await enter(app, { ...principal, realm: "customer" }, () =>
      app.execute(accounts, accountId, { type: "SignIn" }),
    );
    if (isRejection(tokens)) return tokens;
    const user = await accountById(app.reads, accountId);
    if (user === undefined) return notFound("User");
    return data({
      access_token: tokens.accessToken,
      refresh_token: tokens.refreshToken,
      user: presentUser(user),
    });
  },
});

/**
 * The account of a phone number, made at its first sign-in. The claim decides between two first
 * sign-ins at once; a claim whose account a crash left unregistered is completed here.
 */
async function accountOf(app: App, phoneNumber: string): Promise<string | Rejection> {
  const claim = {
    scope: `${MARKETPLACE}.customer.phone`,
    value: phoneNumber,
    owner: app.id("account"),
  };
  const accountId = await app.claims.take(claim, app.envelope);
  if ((await app.load(accounts, accountId)) === null) {
    const registered = await app.execute(accounts, accountId, {
      type: "RegisterAccount",
      accountId,
      kind: "customer",
      role: "customer",
      profile: { name: null, phone: phoneNumber, email: null },
    });
    if (isRejection(registered) && registered.code !== "conflict") return registered;
  }
  return accountId;
}
