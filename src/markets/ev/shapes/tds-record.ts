import { z } from "zod";
import { toMajorText } from "../../../kernel/money.js";
import type { TdsRecordView } from "../../../../projections/tds-records.js";
import { moment, moneyText, momentText } from "./values.js";

export const tdsRecordSchema = z.object({
  id: z.int(),
  user: z.int().nullable(),
  financial_year: z.string(),
  total_payout: moneyText,
  tds_deducted: moneyText,
  certificate_number: z.string(),
  created_at: momentText,
});

export function presentTdsRecord(row: TdsRecordView) {
  return {
    id: row.number,
    user: row.account_number,
    financial_year: row.financial_year,
    total_payout: toMajorText(row.total_payout),
    tds_deducted: toMajorText(row.tds_deducted),
    certificate_number: row.certificate_number,
    created_at: moment(row.created_at),
  };
}
