import { z } from "zod";
import type { AccountRow } from "../../../../projections/accounts-table.js";
import { permissionsSchema } from "../permissions.js";
import { adminSchema, presentAdmin } from "./admin.js";

/** The heading of what the document does not print. */
export const STAFF_TAG = "Extension: Staff";

export const staffSchema = adminSchema.extend({
  permissions: permissionsSchema.nullable(),
  is_active: z.boolean(),
  last_login_at: z.string().nullable(),
  created_at: z.string(),
});

/** A row of admin_users, without its password. */
export function presentStaff(row: AccountRow) {
  return {
    ...presentAdmin(row),
    permissions: row.permissions,
    is_active: row.is_active,
    last_login_at: row.last_sign_in_at,
    created_at: row.created_at,
  };
}
