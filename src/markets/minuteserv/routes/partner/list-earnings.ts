import { realm, route } from "../../../../kernel/route.js";
import { callerId } from "../../../../kernel/caller.js";
import {
  earningsReport,
  earningsReportQuery,
  earningsReportSchema,
} from "../../earnings-report.js";
import { data, documentedData } from "../../shapes/envelope.js";

/** Partner APIs, Get Partner Earnings; the sums are of all earnings, whatever the filter. */
export const partnerListEarnings = route({
  method: "GET",
  path: "/partner/earnings",
  summary: "What you have earned",
  tag: "Partner: Earnings",
  may: realm("partner"),
  limit: "partner",
  query: earningsReportQuery,
  replies: { 200: documentedData("Sums and earnings, newest first.", earningsReportSchema) },
  async handle({ query }, app) {
    return data(await earningsReport(app, callerId(app), query));
  },
});
