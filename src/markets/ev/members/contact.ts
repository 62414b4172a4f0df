import type { Wanted } from "../../../kernel/claim-together.js";
import type { Rejection } from "../../../kernel/rejection.js";
import { invalid } from "../refusals.js";

export type ContactKind = "email" | "mobile";

/** Either way to reach a member; both belong to one member only. */
export interface Contact {
  readonly email: string | null;
  readonly mobile: string | null;
}

/** A mobile number is the same with and without its prefix (EV-A10). */
export function contactKey(kind: ContactKind, value: string): string {
  return kind === "email" ? value.trim().toLowerCase() : value.replaceAll(/\D/g, "").slice(-10);
}

export function contactClaim(kind: ContactKind, value: string): Wanted {
  return { scope: `ev.${kind}`, value: contactKey(kind, value) };
}

/** What of a contact there is to be claimed, the e-mail first. */
export function contactClaims({ email, mobile }: Contact): readonly Wanted[] {
  return [
    ...(email === null ? [] : [contactClaim("email", email)]),
    ...(mobile === null ? [] : [contactClaim("mobile", mobile)]),
  ];
}

/** User Signup, Error Response. */
export function taken({ scope }: Wanted): Rejection {
  return scope === "ev.email"
    ? invalid("email", "Email already registered")
    : invalid("mobile", "Mobile number already registered");
}
