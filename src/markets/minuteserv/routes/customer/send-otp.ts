import { z } from "zod";
import { MINUTE } from "../../../../kernel/clock.js";
import { ok, PUBLIC, route } from "../../../../kernel/route.js";
import { MARKETPLACE } from "../../policy.js";
import { currentSettings } from "../../settings.js";
import { phone } from "../../shapes/fields.js";

export const otpPurpose = z.enum(["login", "reset_password"]);

/** Authentication, 1. Send OTP. Partners get theirs here, too (auth.12). */
export const sendOtp = route({
  method: "POST",
  path: "/auth/send-otp",
  summary: "Send a one-time password by SMS",
  tag: "Authentication",
  may: PUBLIC,
  limit: "otp",
  body: z.object({ phone_number: phone, purpose: otpPurpose }),
  example: { phone_number: "+911234567890", purpose: "login" },
  replies: {
    200: {
      description: "The code is on its way.",
      schema: z.object({
        success: z.literal(true),
        message: z.string(),
        expires_in: z.int(),
      }),
    },
  },
  async handle({ body }, app) {
    const { otp_expiry_minutes: minutes } = await currentSettings(app);
    const otp = await app.otps.issue({
      marketplace: MARKETPLACE,
      recipient: body.phone_number,
      purpose: body.purpose,
      lifetime: minutes * MINUTE,
    });
    await app.messenger.send({
      marketplace: MARKETPLACE,
      channel: "sms",
      to: body.phone_number,
      subject: "Your Minuteserv code",
      text: `${otp} is your Minuteserv code. It is valid for ${minutes} minutes.`,
      data: { otp },
    });
    return ok({ success: true, message: "OTP sent successfully", expires_in: minutes * 60 });
  },
});
