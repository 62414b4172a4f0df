import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type Page, type ReadModel, type Slice } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { ContactEvent } from "../src/modules/contact/events.js";
import { pageOfRows } from "./page-of-rows.js";

export interface ContactRow {
  readonly id: string;
  readonly marketplace: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly subject: string | null;
  readonly text: string;
  readonly status: string;
  readonly notes: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

const table = defineTable<ContactRow>({
  name: "contacts",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    name: "text",
    email: "text",
    phone: "text?",
    subject: "text?",
    text: "text",
    status: "text",
    notes: "text?",
    created_at: "timestamptz",
    updated_at: "timestamptz",
  },
  indexes: [
    { columns: ["marketplace", "created_at"] },
    { columns: ["marketplace", "status", "created_at"] },
  ],
});

/** What people wrote through the contact form, and what staff made of it. */
export const contacts = defineProjection<ContactEvent>({
  name: "contacts",
  version: 1,
  tables: [table],
  on: {
    ContactSubmitted: ({ data, metadata }, rows) =>
      rows.insert(table, {
        id: data.contactId,
        marketplace: metadata.marketplace,
        ...data.message,
        status: "new",
        notes: null,
        created_at: metadata.occurredAt,
        updated_at: metadata.occurredAt,
      }),
    ContactHandled: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.contactId },
        { status: data.status, notes: data.notes, updated_at: metadata.occurredAt },
      ),
  },
});

export function contactById(
  reads: ReadModel,
  marketplace: string,
  id: string,
): Promise<ContactRow | undefined> {
  return firstRow(reads, "SELECT * FROM contacts WHERE marketplace = $1 AND id = $2", [
    marketplace,
    id,
  ]);
}

/** A page, newest first, and how many there are in all. */
export function contactsWhere(
  reads: ReadModel,
  marketplace: string,
  status: string | undefined,
  slice: Slice,
): Promise<Page<ContactRow>> {
  const where = "marketplace = $1 AND ($2::text IS NULL OR status = $2)";
  const order = "created_at DESC, id";
  return pageOfRows(
    reads,
    { select: "SELECT * FROM contacts", counted: "contacts", where, order },
    [marketplace, status ?? null],
    slice,
  );
}
