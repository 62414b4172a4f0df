import { isDeepStrictEqual } from "node:util";
import type { EventMetadata } from "../../src/kernel/event.js";
import type { RowWriter } from "../../src/kernel/row-operation.js";
import { auditTable, resourcesTable, type FieldChanges, type ResourceRow } from "./tables.js";

interface Happened {
  readonly id: string;
  readonly position: number;
  readonly metadata: EventMetadata;
}

/** What an event says about a thing: what was done to it and how it is thereafter. */
export interface Note {
  readonly action: string;
  readonly type: string;
  readonly id: string;
  /** Only those that the event speaks of. */
  readonly fields: ResourceRow["fields"];
  /** What belongs to this one act and has no before, such as the amount of a refund. */
  readonly particulars?: ResourceRow["fields"];
}

const STAFF = ["super_admin", "admin", "support", "finance"];

/**
 * Keeps what a thing has become; what staff did is written to the audit log with the values that
 * it had before, whoever had set them.
 */
export function note(event: Happened, rows: RowWriter, noted: Note): void {
  const { action, type, id, fields, particulars = {} } = noted;
  const key = { type, id };
  const { metadata, position } = event;
  if (STAFF.includes(metadata.actor.role)) {
    rows.upsert(resourcesTable, key, (row) => row ?? { ...key, fields: {} });
    rows.derive(resourcesTable, key, auditTable, (row) => ({
      id: event.id,
      position,
      marketplace: metadata.marketplace,
      admin_id: metadata.actor.id,
      action,
      resource_type: type,
      resource_id: id,
      changes: { ...changes(row.fields, fields), ...changes({}, particulars) },
      ip: metadata.actor.ip ?? null,
      user_agent: metadata.actor.userAgent ?? null,
      created_at: metadata.occurredAt,
    }));
  }
  rows.upsert(resourcesTable, key, (row) => ({ ...key, fields: { ...row?.fields, ...fields } }));
}

function changes(before: ResourceRow["fields"], after: ResourceRow["fields"]): FieldChanges {
  const differing = Object.entries(after).filter(
    ([field, value]) => !isDeepStrictEqual(before[field] ?? null, value ?? null),
  );
  return Object.fromEntries(
    differing.map(([field, value]) => [field, { old: before[field] ?? null, new: value ?? null }]),
  );
}
