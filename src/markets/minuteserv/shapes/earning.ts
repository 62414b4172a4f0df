import { z } from "zod";
import { toMajor } from "../../../kernel/money.js";
import type { EarningRow } from "../../../../projections/earnings.js";

export const earningSchema = z.object({
  id: z.uuid(),
  booking_id: z.uuid(),
  booking_number: z.string(),
  booking_amount: z.number(),
  partner_earning: z.number(),
  status: z.string(),
  created_at: z.string(),
  paid_at: z.string().nullable(),
});

export function presentEarning(row: EarningRow) {
  return {
    id: row.id,
    booking_id: row.booking_id,
    booking_number: row.booking_number,
    booking_amount: toMajor(row.booking_amount),
    partner_earning: toMajor(row.amount),
    status: row.status,
    created_at: row.created_at,
    paid_at: row.paid_at,
  };
}
