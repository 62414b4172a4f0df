import type { App } from "../../../kernel/app.js";
import { isoNow } from "../../../kernel/clock.js";
import { deriveId } from "../../../kernel/ids.js";
import type { TaxRecord } from "../../../kernel/payout-facts.js";
import { certificateNumber, financialYear } from "../../../modules/payout/financial-year.js";

/**
 * The member's tax record of the present financial year. Its numbers are allocated once a member
 * and year, since the command that asks for them is named by both (List TDS Records).
 */
export async function taxRecord(app: App, accountId: string): Promise<TaxRecord> {
  const year = financialYear(isoNow(app.clock));
  const envelope = { ...app.envelope, commandId: deriveId("ev.tds", accountId, year) };
  const number = await app.numbers.next("ev.tds", envelope);
  const sequence = await app.numbers.next(`ev.tds.${year}`, envelope);
  return {
    financialYear: year,
    number,
    certificateNumber: certificateNumber(year, sequence),
  };
}
