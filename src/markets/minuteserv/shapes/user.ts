import { z } from "zod";
import type { AccountRow } from "../../../../projections/accounts-table.js";

export const userSchema = z.object({
  id: z.uuid(),
  phone_number: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  is_verified: z.boolean(),
});

/** Who has an account has verified a phone number to get it (auth.07). */
export function presentUser(row: Pick<AccountRow, "id" | "phone" | "name" | "email">) {
  return {
    id: row.id,
    phone_number: row.phone ?? "",
    name: row.name,
    email: row.email,
    is_verified: true,
  };
}
