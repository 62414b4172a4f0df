import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { tdsRecordsOf } from "../../../../../projections/tds-records.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_MEMBER } from "../../roles.js";
import { presentTdsRecord, tdsRecordSchema } from "../../shapes/tds-record.js";

/** Compliance APIs, 47. List TDS Records: one a financial year, from when tax was withheld. */
export const listTdsRecords = route({
  method: "GET",
  path: "/api/compliance/tds/",
  summary: "Your tax records",
  tag: "Compliance",
  may: ANY_MEMBER,
  limit: "other",
  query: z.object(pagingQuery),
  replies: { 200: { description: "A page of tax records.", schema: pageOf(tdsRecordSchema) } },
  async handle(input, app) {
    const found = await tdsRecordsOf(app.reads, MARKETPLACE, callerId(app), slice(input.query));
    return paged(input, found, presentTdsRecord);
  },
});
