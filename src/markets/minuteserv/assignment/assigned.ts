import { z } from "zod";
import type { App } from "../../../kernel/app.js";
import type { Reply } from "../../../kernel/route.js";
import type { Rejection } from "../../../kernel/rejection.js";
import { assignmentOf } from "../../../../projections/assignments.js";
import { partnerById } from "../../../../projections/partners-table.js";
import { bookingOfMarket } from "../booking-of-market.js";
import { MARKETPLACE } from "../policy.js";
import { notFound } from "../refusals.js";
import { assignmentSchema, presentAssignment } from "../shapes/assignment.js";
import { bookingRefSchema, presentBookingRef } from "../shapes/booking.js";
import { data } from "../shapes/envelope.js";

export const assignedSchema = z.object({
  booking: bookingRefSchema,
  assignment: assignmentSchema,
});

/** The booking and who holds it now, as both ways of assigning answer. */
export async function assigned(app: App, bookingId: string): Promise<Reply | Rejection> {
  const booking = await bookingOfMarket(app, bookingId);
  const assignment = await assignmentOf(app.reads, bookingId);
  if (booking === undefined || assignment === undefined) return notFound("Assignment");
  const partner = await partnerById(app.reads, MARKETPLACE, assignment.provider_id ?? "");
  if (partner === undefined) return notFound("Partner");
  return data({
    booking: presentBookingRef(booking),
    assignment: presentAssignment(assignment, partner),
  });
}
