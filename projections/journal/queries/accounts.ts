import { firstRow, type ReadModel } from "../../../src/kernel/read-model.js";

/** One account in one currency: the sum over the marketplaces that were asked for. */
export interface AccountBalance {
  readonly address: string;
  readonly currency: string;
  readonly class: string;
  readonly floored: boolean;
  /** Turnover on each side, in minor units. */
  readonly debits: number;
  readonly credits: number;
  /** Minor units; positive on the account's own side. */
  readonly balance: number;
}

/** The last account of a page, from which the next one goes on. */
export type AccountCursor = Pick<AccountBalance, "address" | "currency">;

export interface AccountFilter {
  readonly marketplace?: string | undefined;
  readonly class?: string | undefined;
  /** The beginning of the address. */
  readonly prefix?: string | undefined;
  /** Leaves out accounts whose balance is zero. */
  readonly open?: boolean | undefined;
}

const SUMMED = `SELECT address, currency, class, floored, sum(debits)::bigint AS debits,
    sum(credits)::bigint AS credits, sum(balance)::bigint AS balance
  FROM journal_accounts`;

/** Accounts by address, at most `limit` of those behind the cursor. */
export function accountBalances(
  reads: ReadModel,
  filter: AccountFilter,
  page: { readonly after?: AccountCursor | undefined; readonly limit: number },
): Promise<AccountBalance[]> {
  return reads.rows(
    `${SUMMED}
      WHERE ($1::text IS NULL OR marketplace = $1) AND ($2::text IS NULL OR class = $2)
        AND ($3::text IS NULL OR starts_with(address, $3))
        AND ($4::text IS NULL OR (address, currency) > ($4, $5))
        AND (NOT $6 OR (address, currency) IN
              (SELECT address, currency FROM journal_accounts WHERE balance <> 0))
      GROUP BY address, currency, class, floored
      HAVING NOT $6 OR sum(balance) <> 0
      ORDER BY address, currency LIMIT $7`,
    [
      filter.marketplace ?? null,
      filter.class ?? null,
      filter.prefix ?? null,
      page.after?.address ?? null,
      page.after?.currency ?? null,
      filter.open ?? false,
      page.limit,
    ],
  );
}

/** One account as one marketplace sees it. */
export interface AccountShare extends AccountBalance {
  readonly marketplace: string;
  /** Since when the balance is not zero; null while it is. */
  readonly open_since: string | null;
}

export interface AccountDetail {
  readonly shares: readonly AccountShare[];
  readonly entries: number;
  readonly first_at: string | null;
  readonly last_at: string | null;
}

/** Undefined for an account that nothing was ever posted to. */
export async function accountDetail(
  reads: ReadModel,
  address: string,
): Promise<AccountDetail | undefined> {
  const shares = await reads.rows<AccountShare>(
    "SELECT * FROM journal_accounts WHERE address = $1 ORDER BY currency, marketplace",
    [address],
  );
  if (shares.length === 0) return undefined;
  const use = await firstRow<Omit<AccountDetail, "shares">>(
    reads,
    `SELECT count(DISTINCT l.position) AS entries,
            (SELECT effective_at FROM journal_entries WHERE position = min(l.position)) AS first_at,
            (SELECT effective_at FROM journal_entries WHERE position = max(l.position)) AS last_at
       FROM journal_lines l WHERE l.account = $1`,
    [address],
  );
  return { shares, ...(use ?? { entries: 0, first_at: null, last_at: null }) };
}
