import { route } from "../../../../kernel/route.js";
import {
  earningsReport,
  earningsReportQuery,
  earningsReportSchema,
} from "../../earnings-report.js";
import { partnerOfMarket } from "../../partner-of-market.js";
import { notFound } from "../../refusals.js";
import { BOOKKEEPERS } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";

/** Partners Management, Get Partner Earnings; the sums are of all, whatever the filter. */
export const adminListPartnerEarnings = route({
  method: "GET",
  path: "/admin/partners/:id/earnings",
  summary: "What a partner has earned",
  tag: "Admin: Partners Management",
  may: BOOKKEEPERS,
  limit: "admin",
  params: idParams,
  query: earningsReportQuery,
  replies: { 200: documentedData("Sums and earnings, newest first.", earningsReportSchema) },
  async handle({ params, query }, app) {
    if ((await partnerOfMarket(app, params.id)) === undefined) return notFound("Partner");
    return data(await earningsReport(app, params.id, query));
  },
});
