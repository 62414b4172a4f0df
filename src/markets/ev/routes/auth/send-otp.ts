import { z } from "zod";
import { ok, PUBLIC, route } from "../../../../kernel/route.js";
import { LOGIN, sendCode } from "../../members/one-time-code.js";
import { identified, identifies, UNDER_IDENTIFIER } from "../../shapes/identifier.js";
import { messageSchema } from "../../shapes/tokens.js";

/** Authentication APIs, 1. Send OTP. It tells nobody whether there is such a member. */
export const sendOtp = route({
  method: "POST",
  path: "/api/auth/send-otp/",
  summary: "Send a one-time password by e-mail or SMS",
  tag: "Authentication",
  may: PUBLIC,
  limit: "send_otp",
  body: z.object(identified).refine(identifies, UNDER_IDENTIFIER),
  example: { identifier: "user@example.com", otp_type: "email" },
  replies: { 200: { description: "The code is on its way.", schema: messageSchema } },
  async handle({ body }, app) {
    await sendCode(app, body.otp_type, body.identifier, LOGIN);
    return ok({ message: `OTP sent to ${body.identifier}` });
  },
});
