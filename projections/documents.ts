import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type Page, type ReadModel, type Slice } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { DocumentEvent, DocumentUploaded } from "../src/modules/document/events.js";
import { pageOfRows } from "./page-of-rows.js";

/** A document that somebody handed in. */
export interface DocumentRow {
  readonly id: string;
  readonly marketplace: string;
  readonly number: number;
  readonly account_id: string;
  readonly document_type: string;
  readonly title: string;
  readonly description: string | null;
  readonly paper: DocumentUploaded["paper"];
  readonly is_verified: boolean;
  readonly uploaded_at: string;
}

/** With the number of its owner. */
export interface OwnedDocumentRow extends DocumentRow {
  readonly owner_number: number;
}

const table = defineTable<DocumentRow>({
  name: "documents",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    number: "integer",
    account_id: "text",
    document_type: "text",
    title: "text",
    description: "text?",
    paper: "json",
    is_verified: "boolean",
    uploaded_at: "timestamptz",
  },
  indexes: [
    { columns: ["account_id", "uploaded_at"] },
    { columns: ["marketplace", "uploaded_at"] },
    { columns: ["marketplace", "number"], unique: true },
  ],
});

/** Documents of the law and of the tax office, one row each. */
export const documents = defineProjection<DocumentEvent>({
  name: "documents",
  version: 2,
  tables: [table],
  on: {
    DocumentUploaded: ({ data, metadata }, rows) =>
      rows.insert(table, {
        id: data.documentId,
        marketplace: metadata.marketplace,
        number: data.number,
        account_id: data.accountId,
        document_type: data.documentType,
        title: data.title,
        description: data.description,
        paper: data.paper,
        is_verified: false,
        uploaded_at: metadata.occurredAt,
      }),
    DocumentVerified: ({ data }, rows) =>
      rows.patch(table, { id: data.documentId }, { is_verified: true }),
  },
});

const SELECT = `SELECT d.*, a.number AS owner_number
  FROM documents d JOIN accounts a ON a.id = d.account_id`;

/** By the number that the contract prints. */
export function documentByNumber(
  reads: ReadModel,
  marketplace: string,
  number: number,
): Promise<OwnedDocumentRow | undefined> {
  const statement = `${SELECT} WHERE d.marketplace = $1 AND d.number = $2::bigint`;
  return firstRow(reads, statement, [marketplace, number]);
}

/** The document of its owner whose paper is this file. */
export function documentOfPaper(
  reads: ReadModel,
  accountId: string,
  fileId: string,
): Promise<OwnedDocumentRow | undefined> {
  return firstRow(reads, `${SELECT} WHERE d.account_id = $1 AND d.paper ->> 'fileId' = $2`, [
    accountId,
    fileId,
  ]);
}

/**
 * A page of documents, newest first, and how many there are in all.
 *
 * @param accountId whose; null lists everybody's
 */
export function documentsOf(
  reads: ReadModel,
  marketplace: string,
  accountId: string | null,
  slice: Slice,
): Promise<Page<OwnedDocumentRow>> {
  const where = "d.marketplace = $1 AND ($2::text IS NULL OR d.account_id = $2)";
  const order = "d.uploaded_at DESC, d.number DESC";
  const listing = { select: SELECT, counted: "documents d", where, order };
  return pageOfRows(reads, listing, [marketplace, accountId], slice);
}
