import { firstRow, type Page, type ReadModel, type Slice } from "../../src/kernel/read-model.js";
import { pageOfRows } from "../page-of-rows.js";
import type { KycRow } from "./table.js";

/** Whose records are asked for: those of owners in these roles, and always the caller's own. */
export interface KycSight {
  readonly accountId: string;
  /** Undefined sees everybody's. */
  readonly roles: readonly string[] | undefined;
}

export interface KycFilter {
  readonly status?: string | undefined;
  /** Calendar days in UTC, all inclusive. */
  readonly submittedFrom?: string | undefined;
  readonly submittedTo?: string | undefined;
  readonly reviewedFrom?: string | undefined;
  readonly reviewedTo?: string | undefined;
  /** The owner's number. */
  readonly userNumber?: number | undefined;
  /** Roles that the owner may have. */
  readonly ownerRoles?: readonly string[] | undefined;
}

/** How a list may be sorted; records that nobody reviewed stand last either way. */
const ORDERS = {
  submitted_at: "k.submitted_at, k.number",
  "-submitted_at": "k.submitted_at DESC, k.number DESC",
  reviewed_at: "k.reviewed_at NULLS LAST, k.number",
  "-reviewed_at": "k.reviewed_at DESC NULLS LAST, k.number DESC",
  status: "k.status, k.submitted_at DESC, k.number DESC",
  "-status": "k.status DESC, k.submitted_at DESC, k.number DESC",
} as const;

export type KycOrder = keyof typeof ORDERS;

const OWNED = "kyc_records k JOIN accounts a ON a.id = k.account_id";

const SEEN = `k.marketplace = $1
  AND ($2::text[] IS NULL OR a.role = ANY($2) OR k.account_id = $3)`;

const WHERE = `${SEEN} AND ($4::text IS NULL OR k.status = $4)
  AND ($5::date IS NULL OR (k.submitted_at AT TIME ZONE 'UTC')::date >= $5)
  AND ($6::date IS NULL OR (k.submitted_at AT TIME ZONE 'UTC')::date <= $6)
  AND ($7::date IS NULL OR (k.reviewed_at AT TIME ZONE 'UTC')::date >= $7)
  AND ($8::date IS NULL OR (k.reviewed_at AT TIME ZONE 'UTC')::date <= $8)
  AND ($9::bigint IS NULL OR k.number = $9)
  AND ($10::text[] IS NULL OR a.role = ANY($10))`;

/** The record that the caller may see under a number, which is its owner's. */
export function kycByNumber(
  reads: ReadModel,
  marketplace: string,
  sight: KycSight,
  number: number,
): Promise<KycRow | undefined> {
  return firstRow(reads, `SELECT k.* FROM ${OWNED} WHERE ${SEEN} AND k.number = $4::bigint`, [
    marketplace,
    sight.roles ?? null,
    sight.accountId,
    number,
  ]);
}

export function kycOf(reads: ReadModel, accountId: string): Promise<KycRow | undefined> {
  return firstRow(reads, "SELECT * FROM kyc_records WHERE account_id = $1", [accountId]);
}

/** A page of what the caller may see and asks for, and how many there are in all. */
export function kycWhere(
  reads: ReadModel,
  marketplace: string,
  sight: KycSight,
  filter: KycFilter,
  page: Slice & { readonly order: KycOrder },
): Promise<Page<KycRow>> {
  const values = [
    marketplace,
    sight.roles ?? null,
    sight.accountId,
    filter.status ?? null,
    filter.submittedFrom ?? null,
    filter.submittedTo ?? null,
    filter.reviewedFrom ?? null,
    filter.reviewedTo ?? null,
    filter.userNumber ?? null,
    filter.ownerRoles ?? null,
  ];
  const [select, order] = [`SELECT k.* FROM ${OWNED}`, ORDERS[page.order]];
  return pageOfRows(reads, { select, counted: OWNED, where: WHERE, order }, values, page);
}
