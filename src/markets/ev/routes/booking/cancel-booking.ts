import { z } from "zod";
import { isoNow } from "../../../../kernel/clock.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { ok, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import { refusedCancellation } from "../../bookings/refusals.js";
import { visibleBooking } from "../../bookings/visible-booking.js";
import { forbidden, notFound } from "../../refusals.js";
import { ANY_MEMBER, isAdmin } from "../../roles.js";
import { bookingSchema, presentBooking } from "../../shapes/booking.js";
import { idParams, optionalText } from "../../shapes/fields.js";

/** Without a fee, until it is paid off. */
const POLICY = {
  freeMinutes: 0,
  feePercent: 0,
  cancellableFrom: ["placed", "confirmed"],
} as const;

const ONLY_ADMINS = "Only an admin can cancel a booking that has been paid for.";

/**
 * An extension: the document has the status `cancelled` and no endpoint that leads to it. What was
 * paid goes to the owner's wallet as REFUND. Members declare their payments themselves (EV-A15),
 * and a wallet can be paid out: so once something was paid, only an admin may cancel.
 */
export const cancelBooking = route({
  method: "POST",
  path: "/api/booking/bookings/:id/cancel/",
  summary: "Cancel a booking; what was paid goes to the wallet",
  tag: "Extension: Bookings",
  may: ANY_MEMBER,
  limit: "booking",
  idempotency: "honoured",
  params: idParams,
  body: z.object({ reason: optionalText(1_000) }).nullish(),
  replies: { 200: { description: "The cancelled booking.", schema: bookingSchema } },
  async handle({ params, body }, app) {
    const row = await visibleBooking(app, params.id);
    if (row === undefined) return notFound();
    if (row.paid > 0 && !isAdmin(app)) return forbidden(ONLY_ADMINS);
    const done = await app.execute(bookings, row.id, {
      type: "CancelBooking",
      by: isAdmin(app) ? "admin" : "customer",
      reason: body?.reason ?? "",
      at: isoNow(app.clock),
      policy: POLICY,
      refundId: app.id("refund"),
      refundTo: "wallet",
      refundAmount: null,
    });
    if (isRejection(done)) return refusedCancellation(done);
    await app.settled();
    const cancelled = await visibleBooking(app, params.id);
    return cancelled === undefined ? notFound() : ok(presentBooking(cancelled));
  },
});
