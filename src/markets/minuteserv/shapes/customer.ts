import { z } from "zod";
import { toMajor } from "../../../kernel/money.js";
import type { CustomerView } from "../../../../projections/customer-lists.js";
import { presentUser, userSchema } from "./user.js";

export const customerSchema = userSchema.extend({
  is_active: z.boolean(),
  total_bookings: z.int(),
  total_spent: z.number(),
  created_at: z.string(),
});

/** A customer as staff see one. */
export function presentCustomer(row: CustomerView) {
  return {
    ...presentUser(row),
    is_active: row.is_active,
    total_bookings: row.total_bookings,
    total_spent: toMajor(row.total_spent),
    created_at: row.created_at,
  };
}
