import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import type { AccountRow } from "./accounts-table.js";

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
export async function membersWhere(
  reads: ReadModel,
  marketplace: string,
  { roles, id }: MemberFilter,
  slice: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly MemberRow[]; readonly total: number }> {
  const values = [marketplace, roles ?? null, id ?? null];
  const [rows, counted] = await Promise.all([
    reads.rows<MemberRow>(`${SELECT} WHERE ${WHERE} ORDER BY a.number LIMIT $4 OFFSET $5`, [
      ...values,
      slice.limit,
      slice.offset,
    ]),
    firstRow<{ readonly n: number }>(
      reads,
      `SELECT count(*) AS n FROM accounts a WHERE ${WHERE}`,
      values,
    ),
  ]);
  return { rows, total: counted?.n ?? 0 };
}
