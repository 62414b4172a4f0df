import { z } from "zod";
import { givenId } from "../../../../kernel/given-id.js";
import { route } from "../../../../kernel/route.js";
import { payoutsWhere } from "../../../../../projections/payouts.js";
import { MARKETPLACE, TIME_ZONE } from "../../policy.js";
import { BOOKKEEPERS } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { longPaging } from "../../shapes/fields.js";
import { extraPaginationSchema, pagination, slice } from "../../shapes/pagination.js";
import { payoutSchema, presentPayout } from "../../shapes/payout.js";
import { BACKWARD, isForward, openPeriodFields } from "../../shapes/period.js";
import { PAYOUT_STATUSES } from "../../vocabulary.js";

const partner = z.object({ id: z.uuid(), name: z.string(), partner_code: z.string() });

/** Partner Payouts, Get All Payouts: newest first; the dates are those of their creation. */
export const adminListPayouts = route({
  method: "GET",
  path: "/admin/payouts",
  summary: "All payouts",
  tag: "Admin: Partner Payouts",
  may: BOOKKEEPERS,
  limit: "admin",
  query: z
    .object({
      partner_id: givenId.optional(),
      status: z.enum(PAYOUT_STATUSES).optional(),
      ...openPeriodFields,
      ...longPaging,
    })
    .refine(isForward, BACKWARD),
  replies: {
    200: documentedData(
      "A page of payouts.",
      z.object({
        payouts: z.array(payoutSchema.extend({ partner })),
        pagination: extraPaginationSchema,
      }),
    ),
  },
  async handle({ query }, app) {
    const filter = {
      payeeId: query.partner_id,
      status: query.status,
      from: query.date_from,
      to: query.date_to,
      timeZone: TIME_ZONE,
    };
    const found = await payoutsWhere(app.reads, MARKETPLACE, filter, slice(query));
    const payouts = found.rows.map((row) => ({
      ...presentPayout(row),
      partner: {
        id: row.payee_id,
        name: row.payee_name ?? "",
        partner_code: row.payee_code ?? "",
      },
    }));
    return data({ payouts, pagination: pagination(query, found.total) });
  },
});
