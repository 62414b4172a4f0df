import type { Page, ReadModel, Slice } from "../src/kernel/read-model.js";
import { pageOfRows } from "./page-of-rows.js";
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
export function partnersWhere(
  reads: ReadModel,
  marketplace: string,
  filter: PartnerFilter,
  slice: Slice,
): Promise<Page<PartnerRow>> {
  return pageOfRows(
    reads,
    {
      select: "SELECT * FROM partners",
      counted: "partners",
      where: WHERE,
      order: "created_at DESC, id",
    },
    [marketplace, filter.status ?? null, filter.category ?? null],
    slice,
  );
}

/** The latest to register, newest first. */
export function newestPartners(
  reads: ReadModel,
  marketplace: string,
  limit: number,
): Promise<PartnerRow[]> {
  return reads.rows(
    "SELECT * FROM partners WHERE marketplace = $1 ORDER BY created_at DESC, id DESC LIMIT $2",
    [marketplace, limit],
  );
}
