import type { App } from "../../../kernel/app.js";
import { MINUTE } from "../../../kernel/clock.js";
import type { ShownOtp } from "../../../kernel/identity.js";
import { MARKETPLACE, OTP_LIFETIME } from "../policy.js";
import { contactKey, type Contact, type ContactKind } from "./contact.js";

/** What a code is good for: logging in, or the sign-up of one token. */
export const LOGIN = "login";

export function signupPurpose(token: string): string {
  return `signup:${token}`;
}

/** A code as somebody shows it; who it was sent to stands before how they wrote it. */
export function shown(kind: ContactKind, to: string, purpose: string, code: string): ShownOtp {
  return { ...addressed(kind, to, purpose), code };
}

/** Makes a code, which replaces an earlier one of the same purpose, and sends it. */
export async function sendCode(
  app: App,
  kind: ContactKind,
  to: string,
  purpose: string,
): Promise<void> {
  const otp = await app.otps.issue({ ...addressed(kind, to, purpose), lifetime: OTP_LIFETIME });
  await app.messenger.send({
    marketplace: MARKETPLACE,
    channel: kind === "email" ? "email" : "sms",
    to,
    subject: "Your EV Distribution code",
    text: `${otp} is your EV Distribution code. It is valid for ${OTP_LIFETIME / MINUTE} minutes.`,
    data: { otp },
  });
}

/** Sends one code by e-mail and another to the mobile. */
export async function sendBothCodes(
  app: App,
  { email, mobile }: { readonly [K in keyof Contact]: string },
  purpose: string,
): Promise<void> {
  await sendCode(app, "email", email, purpose);
  await sendCode(app, "mobile", mobile, purpose);
}

function addressed(kind: ContactKind, to: string, purpose: string) {
  const recipient = contactKey(kind, to);
  return { marketplace: MARKETPLACE, recipient, purpose: `${purpose}:${kind}` };
}
