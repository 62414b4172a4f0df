import { defineTable } from "../../src/kernel/table.js";

/** A value before and after; null where there was none. */
export type FieldChanges = Readonly<
  Record<string, { readonly old: unknown; readonly new: unknown }>
>;

/** One thing that a member of staff did. */
export interface AuditRow {
  /** The event's id. */
  readonly id: string;
  readonly position: number;
  readonly marketplace: string;
  readonly admin_id: string;
  readonly action: string;
  readonly resource_type: string;
  readonly resource_id: string;
  readonly changes: FieldChanges;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly created_at: string;
}

/** What each audited thing is at this point of the log, so that a change knows what was before. */
export interface ResourceRow {
  readonly type: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export const resourcesTable = defineTable<ResourceRow>({
  name: "audit_resources",
  key: ["type", "id"],
  columns: { type: "text", id: "text", fields: "json" },
});

export const auditTable = defineTable<AuditRow>({
  name: "audit_log",
  key: ["id"],
  appendOnly: true,
  columns: {
    id: "text",
    position: "bigint",
    marketplace: "text",
    admin_id: "text",
    action: "text",
    resource_type: "text",
    resource_id: "text",
    changes: "json",
    ip: "text?",
    user_agent: "text?",
    created_at: "timestamptz",
  },
  indexes: [
    { columns: ["marketplace", "position"] },
    { columns: ["admin_id", "position"] },
    { columns: ["resource_type", "resource_id"] },
  ],
});
