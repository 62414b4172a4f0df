import { z } from "zod";
import { INVALID_EMAIL, INVALID_MOBILE, isEmail, isMobile, text } from "./fields.js";

/** Who somebody says they are: an e-mail address or a mobile number, and which of the two. */
export const identified = {
  identifier: text(254),
  otp_type: z.enum(["email", "mobile"]),
};

interface Identified {
  readonly identifier: string;
  readonly otp_type: string;
}

/** What is wrong with the identifier, for its kind; of an unknown kind it must be either. */
function identifierProblem({ identifier, otp_type: kind }: Identified): string | undefined {
  if (kind === "mobile") return isMobile(identifier) ? undefined : INVALID_MOBILE;
  const known = isEmail(identifier) || (kind !== "email" && isMobile(identifier));
  return known ? undefined : INVALID_EMAIL;
}

export function identifies(value: Identified): boolean {
  return identifierProblem(value) === undefined;
}

/** How `identifies` refuses: under its field, and also where the other fields are wrong. */
export const UNDER_IDENTIFIER = {
  path: ["identifier"],
  error: ({ input }: { readonly input?: unknown }) => identifierProblem(input as Identified),
  when({ value }: { readonly value: unknown }): boolean {
    const { identifier } = (value ?? {}) as Partial<Identified>;
    return typeof identifier === "string" && identifier.trim() !== "";
  },
};
