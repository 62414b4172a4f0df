import type { ReadModel } from "../src/kernel/read-model.js";

/** What a member has shown of who they are and who inherits from them. */
export interface Papers {
  /** Null before anything was submitted. */
  readonly kyc_status: string | null;
  readonly nominee_exists: boolean;
}

export const NO_PAPERS: Papers = { kyc_status: null, nominee_exists: false };

/** The papers of these accounts by account id; one without any is missing. */
export async function papersOf(
  reads: ReadModel,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Papers>> {
  const rows = await reads.rows<Papers & { readonly account_id: string }>(
    `SELECT account_id, max(kyc_status) AS kyc_status, bool_or(nominee) AS nominee_exists
       FROM (
         SELECT account_id, status AS kyc_status, false AS nominee
           FROM kyc_records WHERE account_id = ANY($1::text[])
         UNION ALL
         SELECT account_id, NULL, true FROM nominees WHERE account_id = ANY($1::text[])
       ) shown GROUP BY account_id`,
    [accountIds],
  );
  return new Map(rows.map(({ account_id, ...papers }) => [account_id, papers]));
}
