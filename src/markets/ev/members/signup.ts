import type { App } from "../../../kernel/app.js";
import { OTP_LIFETIME } from "../policy.js";
import type { NewMember } from "./register-member.js";

/** A sign-up that waits for its codes. */
export type Signup = NewMember & { readonly email: string; readonly mobile: string };

const KIND = "ev.signup";

/** Keeps a sign-up as long as its codes are good, and answers with the token that finds it. */
export async function keepSignup(app: App, signup: Signup): Promise<string> {
  const token = app.id("signup").replaceAll("-", "");
  await put(app, token, signup, OTP_LIFETIME);
  return token;
}

export function signupOf(app: App, token: string): Promise<Signup | undefined> {
  return app.drafts.get<Signup>(KIND, token, token);
}

/** A token is good once: what it led to is over at once. */
export function forgetSignup(app: App, token: string): Promise<void> {
  return put(app, token, {}, 0);
}

function put(app: App, token: string, value: object, lifetime: number): Promise<void> {
  return app.drafts.put({ kind: KIND, id: token, owner: token, value, lifetime });
}
