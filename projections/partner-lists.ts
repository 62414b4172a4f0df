import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import type { PartnerRow } from "./partners-table.js";

export interface PartnerFilter {
  readonly status?: "active" | "inactive" | "pending" | undefined;
  readonly category?: string | undefined;
}

const WHERE = `marketplace = $1
  AND ($2::text IS NULL
    OR ($2 = 'active' AND is_active)
    OR ($2 = 'inactive' AND NOT is_active)
    OR ($2 = 'pending' AND onboarding_status = 'pending'))
  AND ($3::text IS NULL OR categories ? $3)`;

/** A page of a market's partners, newest first, and how many there are in all. */
export async function partnersWhere(
  reads: ReadModel,
  marketplace: string,
  filter: PartnerFilter,
  slice: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly PartnerRow[]; readonly total: number }> {
  const values = [marketplace, filter.status ?? null, filter.category ?? null];
  const rows = await reads.rows<PartnerRow>(
    `SELECT * FROM partners WHERE ${WHERE} ORDER BY created_at DESC, id LIMIT $4 OFFSET $5`,
    [...values, slice.limit, slice.offset],
  );
  const counted = await firstRow<{ readonly n: number }>(
    reads,
    `SELECT count(*) AS n FROM partners WHERE ${WHERE}`,
    values,
  );
  return { rows, total: counted?.n ?? 0 };
}

/** The latest to register, newest first. */
export function newestPartners(
  reads: ReadModel,
  marketplace: string,
  limit: number,
): Promise<PartnerRow[]> {
  return reads.rows(
    "SELECT * FROM partners WHERE marketplace = $1 ORDER BY created_at DESC, id LIMIT $2",
    [marketplace, limit],
  );
}
