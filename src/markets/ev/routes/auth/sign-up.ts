import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { ok, PUBLIC, route } from "../../../../kernel/route.js";
import { alreadyRegistered } from "../../members/already-registered.js";
import { sendBothCodes, signupPurpose } from "../../members/one-time-code.js";
import { referrerOf } from "../../members/referrer.js";
import { keepSignup } from "../../members/signup.js";
import { memberForm, personOf } from "../../members/signup-form.js";
import { optionalText } from "../../shapes/fields.js";

/** Authentication APIs, 5. User Signup: nobody is registered before both codes are shown. */
export const signUp = route({
  method: "POST",
  path: "/api/auth/signup/",
  summary: "Fill in the sign-up form",
  tag: "Authentication",
  may: PUBLIC,
  limit: "signup",
  body: memberForm.extend({ referral_code: optionalText(50) }),
  example: {
    first_name: "John",
    last_name: "Doe",
    email: "john@example.com",
    mobile: "9876543210",
    gender: "male",
    date_of_birth: "1990-01-01",
    address_line1: "123 Main Street",
    address_line2: "Apt 4B",
    city: "Mumbai",
    state: "Maharashtra",
    pincode: "400001",
    country: "India",
    referral_code: "REF12345",
  },
  replies: {
    200: {
      description: "Two codes are on their way.",
      schema: z.object({ message: z.string(), signup_token: z.string() }),
    },
  },
  async handle({ body }, app) {
    const taken = await alreadyRegistered(app, body);
    if (taken !== undefined) return taken;
    const referredBy = await referrerOf(app, body.referral_code);
    if (isRejection(referredBy)) return referredBy;
    const { email, mobile } = body;
    const asked = { email, mobile, role: "user", referredBy, person: personOf(body) } as const;
    const token = await keepSignup(app, asked);
    await sendBothCodes(app, body, signupPurpose(token));
    return ok({ message: "OTP sent to email and mobile", signup_token: token });
  },
});
