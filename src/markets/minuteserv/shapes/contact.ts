import { z } from "zod";
import type { ContactRow } from "../../../../projections/contacts.js";

export const contactSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  subject: z.string().nullable(),
  message: z.string(),
  status: z.string(),
  admin_notes: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});

export function presentContact(row: ContactRow) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    subject: row.subject,
    message: row.text,
    status: row.status,
    admin_notes: row.notes,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}
