import { defineTable } from "../src/kernel/table.js";
import type { Permissions } from "../src/modules/account/events.js";

/** An account; the columns from `number` on are of the markets that have members. */
export interface AccountRow {
  readonly id: string;
  readonly marketplace: string;
  readonly kind: string;
  readonly role: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly is_active: boolean;
  readonly default_address_id: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly last_sign_in_at: string | null;
  readonly number: number | null;
  readonly referred_by: string | null;
  readonly activated_at: string | null;
  readonly username: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly gender: string | null;
  readonly date_of_birth: string | null;
  readonly address_line1: string | null;
  readonly address_line2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly pincode: string | null;
  readonly country: string | null;
  readonly permissions: Permissions | null;
}

export const accountsTable = defineTable<AccountRow>({
  name: "accounts",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    kind: "text",
    role: "text",
    name: "text?",
    phone: "text?",
    email: "text?",
    is_active: "boolean",
    default_address_id: "text?",
    created_at: "timestamptz",
    updated_at: "timestamptz",
    last_sign_in_at: "timestamptz?",
    number: "integer?",
    referred_by: "text?",
    activated_at: "timestamptz?",
    username: "text?",
    first_name: "text?",
    last_name: "text?",
    gender: "text?",
    date_of_birth: "text?",
    address_line1: "text?",
    address_line2: "text?",
    city: "text?",
    state: "text?",
    pincode: "text?",
    country: "text?",
    permissions: "json?",
  },
  indexes: [
    { columns: ["marketplace", "phone"] },
    { columns: ["marketplace", "email"] },
    { columns: ["marketplace", "number"], unique: true, where: "number IS NOT NULL" },
    { columns: ["referred_by"], where: "referred_by IS NOT NULL" },
  ],
});
