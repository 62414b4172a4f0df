import { z } from "zod";
import { toMajor } from "../../../../kernel/money.js";
import { route } from "../../../../kernel/route.js";
import { earningTotals } from "../../../../../projections/earnings.js";
import { meanRating } from "../../../../../projections/partners-table.js";
import { partnerOfMarket } from "../../partner-of-market.js";
import { notFound } from "../../refusals.js";
import { ANY_STAFF, mayManage } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";
import {
  cancellationRate,
  partnerSchema,
  presentPartner,
  presentPartnerToVerify,
  verifiedPartnerSchema,
} from "../../shapes/partner.js";

/** Partners Management, Get Partner Details; papers and bank account for who verifies them. */
export const adminGetPartner = route({
  method: "GET",
  path: "/admin/partners/:id",
  summary: "One partner with earnings and performance",
  tag: "Admin: Partners Management",
  may: ANY_STAFF,
  limit: "admin",
  params: idParams,
  replies: {
    200: documentedData(
      "The partner.",
      z.object({
        partner: z.union([verifiedPartnerSchema, partnerSchema]),
        earnings: z.object({ total: z.number(), pending: z.number(), paid: z.number() }),
        bookings: z.object({ total: z.int(), completed: z.int(), cancelled: z.int() }),
        performance: z.object({
          rating: z.number(),
          cancellation_rate: z.number(),
          average_rating: z.number(),
        }),
      }),
    ),
  },
  async handle({ params }, app) {
    const row = await partnerOfMarket(app, params.id);
    if (row === undefined) return notFound("Partner");
    const earned = await earningTotals(app.reads, row.id);
    const rating = meanRating(row);
    return data({
      partner: mayManage(app) ? presentPartnerToVerify(row) : presentPartner(row),
      earnings: {
        total: toMajor(earned.total),
        pending: toMajor(earned.pending),
        paid: toMajor(earned.paid),
      },
      bookings: {
        total: row.total_bookings,
        completed: row.completed_bookings,
        cancelled: row.cancelled_bookings,
      },
      performance: {
        rating,
        cancellation_rate: cancellationRate(row),
        average_rating: rating,
      },
    });
  },
});
