import { z } from "zod";
import type { AssignmentRow } from "../../../../projections/assignments.js";

export const assignmentSchema = z.object({
  booking_id: z.uuid(),
  partner_id: z.uuid(),
  partner_name: z.string(),
  status: z.string(),
  assigned_at: z.string().nullable(),
  respond_by: z.string().nullable(),
  accepted_at: z.string().nullable(),
  commission_percentage: z.number().nullable(),
});

/** The booking's assignment with its holder; the percentage is the partner's share (A07). */
export function presentAssignment(row: AssignmentRow, partner: { id: string; name: string }) {
  return {
    booking_id: row.booking_id,
    partner_id: partner.id,
    partner_name: partner.name,
    status: row.status,
    assigned_at: row.assigned_at,
    respond_by: row.respond_by,
    accepted_at: row.accepted_at,
    commission_percentage: row.share_percent,
  };
}
