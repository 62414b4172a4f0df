import { z } from "zod";
import type { AccountRow } from "../../../../projections/accounts-table.js";

export const adminSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
});

export function presentAdmin(row: AccountRow) {
  return { id: row.id, name: row.name ?? "", email: row.email ?? "", role: row.role };
}
