import { firstRow, type Page, type ReadModel, type Slice } from "../src/kernel/read-model.js";
import type { AccountRow } from "./accounts-table.js";
import { pageOfRows } from "./page-of-rows.js";

/** A member with the number of who recommended them. */
export interface MemberRow extends AccountRow {
  readonly referrer_number: number | null;
}

export interface MemberFilter {
  readonly roles?: readonly string[];
  readonly id?: string;
}

const SELECT = `SELECT a.*, r.number AS referrer_number
  FROM accounts a LEFT JOIN accounts r ON r.id = a.referred_by`;

const MEMBER = "a.marketplace = $1 AND a.kind = 'member'";

const WHERE = `${MEMBER} AND ($2::text[] IS NULL OR a.role = ANY($2))
  AND ($3::text IS NULL OR a.id = $3)`;

export function memberById(
  reads: ReadModel,
  marketplace: string,
  id: string,
): Promise<MemberRow | undefined> {
  return firstRow(reads, `${SELECT} WHERE ${MEMBER} AND a.id = $2`, [marketplace, id]);
}

/** By the number that the contract prints as the id. */
export function memberByNumber(
  reads: ReadModel,
  marketplace: string,
  number: number,
): Promise<MemberRow | undefined> {
  const statement = `${SELECT} WHERE ${MEMBER} AND a.number = $2::bigint`;
  return firstRow(reads, statement, [marketplace, number]);
}

export function memberByUsername(
  reads: ReadModel,
  marketplace: string,
  username: string,
): Promise<MemberRow | undefined> {
  const statement = `${SELECT} WHERE ${MEMBER} AND a.username = $2 ORDER BY a.number LIMIT 1`;
  return firstRow(reads, statement, [marketplace, username]);
}

/** A page of members in the order of their numbers, and how many there are in all. */
export function membersWhere(
  reads: ReadModel,
  marketplace: string,
  { roles, id }: MemberFilter,
  slice: Slice,
): Promise<Page<MemberRow>> {
  const listing = { select: SELECT, counted: "accounts a", where: WHERE, order: "a.number" };
  return pageOfRows(reads, listing, [marketplace, roles ?? null, id ?? null], slice);
}
