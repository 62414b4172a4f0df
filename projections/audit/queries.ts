import type { Page, ReadModel, Slice } from "../../src/kernel/read-model.js";
import { pageOfRows } from "../page-of-rows.js";
import type { AuditRow } from "./tables.js";

export interface AuditFilter {
  readonly adminId?: string | undefined;
  readonly resourceType?: string | undefined;
  readonly resourceId?: string | undefined;
  readonly action?: string | undefined;
  /** Calendar days at the market's place, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly timeZone: string;
}

/** What was done, with who did it. */
export interface AuditView extends AuditRow {
  readonly admin_name: string | null;
  readonly admin_email: string | null;
}

const WHERE = `l.marketplace = $1
  AND ($2::text IS NULL OR l.admin_id = $2)
  AND ($3::text IS NULL OR l.resource_type = $3)
  AND ($4::text IS NULL OR l.resource_id = $4)
  AND ($5::text IS NULL OR l.action = $5)
  AND ($6::date IS NULL OR (l.created_at AT TIME ZONE $8)::date >= $6)
  AND ($7::date IS NULL OR (l.created_at AT TIME ZONE $8)::date <= $7)`;

/** A page of what staff of a market did, latest first, and how much it is in all. */
export function auditLog(
  reads: ReadModel,
  marketplace: string,
  filter: AuditFilter,
  slice: Slice,
): Promise<Page<AuditView>> {
  const { adminId, resourceType, resourceId, action, from, to, timeZone } = filter;
  const optional = [adminId, resourceType, resourceId, action, from, to];
  return pageOfRows(
    reads,
    {
      select: `SELECT l.*, a.name AS admin_name, a.email AS admin_email
        FROM audit_log l LEFT JOIN accounts a ON a.id = l.admin_id`,
      counted: "audit_log l",
      where: WHERE,
      order: "l.position DESC",
    },
    [marketplace, ...optional.map((value) => value ?? null), timeZone],
    slice,
  );
}
