import { z } from "zod";
import type { OwnedDocumentRow } from "../../../../projections/documents.js";
import { mediaUrl } from "../papers/media.js";
import { moment, momentText } from "./values.js";

/** Upload Compliance Document. */
export const DOCUMENT_TYPES = [
  "tds_certificate",
  "pan_card",
  "aadhaar",
  "bank_statement",
  "other",
] as const;

/** As printed, and where the paper is to be had (File Uploads). */
export const documentSchema = z.object({
  id: z.int(),
  user: z.int(),
  document_type: z.enum(DOCUMENT_TYPES),
  title: z.string(),
  description: z.string(),
  file: z.url(),
  is_verified: z.boolean(),
  uploaded_at: momentText,
});

/** @param url the address that was called; the paper's address begins as it does */
export function presentDocument(row: OwnedDocumentRow, url: string) {
  return {
    id: row.number,
    user: row.owner_number,
    document_type: row.document_type,
    title: row.title,
    description: row.description ?? "",
    file: mediaUrl(url, "compliance", row.paper),
    is_verified: row.is_verified,
    uploaded_at: moment(row.uploaded_at),
  };
}
