import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { instalmentPaymentsOf } from "../../../../../projections/instalment-payments.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_MEMBER, isAdmin } from "../../roles.js";
import { paymentSchema, presentPayment } from "../../shapes/payment.js";

/** Booking APIs, 28. List Payments. */
export const listPayments = route({
  method: "GET",
  path: "/api/booking/payments/",
  summary: "Your payments; an admin sees all",
  tag: "Bookings",
  may: ANY_MEMBER,
  limit: "booking",
  query: z.object(pagingQuery),
  replies: { 200: { description: "A page of payments.", schema: pageOf(paymentSchema) } },
  async handle(input, app) {
    const payer = isAdmin(app) ? undefined : callerId(app);
    const asked = slice(input.query);
    const found = await instalmentPaymentsOf(app.reads, MARKETPLACE, payer, asked);
    return paged(input, found, presentPayment);
  },
});
