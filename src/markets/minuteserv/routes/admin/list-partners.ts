import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { partnersWhere } from "../../../../../projections/partner-lists.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_STAFF } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { paging, text } from "../../shapes/fields.js";
import { pagination, paginationSchema, slice } from "../../shapes/pagination.js";
import { partnerSchema, presentPartner } from "../../shapes/partner.js";
import { PARTNER_FILTERS } from "../../vocabulary.js";

/** Partners Management, Get All Partners: newest first, without what verification needs. */
export const adminListPartners = route({
  method: "GET",
  path: "/admin/partners",
  summary: "All partners",
  tag: "Admin: Partners Management",
  may: ANY_STAFF,
  limit: "admin",
  query: z.object({
    status: z.enum(PARTNER_FILTERS).optional(),
    service_category: text(100).optional(),
    ...paging(20),
  }),
  replies: {
    200: documentedData(
      "A page of partners.",
      z.object({ partners: z.array(partnerSchema), pagination: paginationSchema }),
    ),
  },
  async handle({ query }, app) {
    const filter = { status: query.status, category: query.service_category };
    const found = await partnersWhere(app.reads, MARKETPLACE, filter, slice(query));
    return data({
      partners: found.rows.map(presentPartner),
      pagination: pagination(query, found.total),
    });
  },
});
