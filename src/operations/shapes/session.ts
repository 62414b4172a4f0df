import { z } from "zod";
import type { TokenPair } from "../../kernel/identity.js";
import type { AccountRow } from "../../../projections/accounts-table.js";

export const tokensSchema = z.object({
  access: z.string(),
  refresh: z.string(),
  token_type: z.literal("Bearer"),
  expires_in: z.int().describe("Seconds that the access token lives"),
});

export function presentTokens({ accessToken, refreshToken, expiresIn }: TokenPair) {
  return {
    access: accessToken,
    refresh: refreshToken,
    token_type: "Bearer",
    expires_in: expiresIn,
  };
}

export const staffSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  role: z.string(),
  last_sign_in_at: z.iso.datetime().nullable(),
});

export function presentStaff({ id, name, email, role, last_sign_in_at }: AccountRow) {
  return { id, name, email, role, last_sign_in_at };
}
