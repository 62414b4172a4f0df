import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { contactsWhere } from "../../../../../projections/contacts.js";
import { MARKETPLACE } from "../../policy.js";
import { CARERS } from "../../roles.js";
import { contactSchema, presentContact } from "../../shapes/contact.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { paging } from "../../shapes/fields.js";
import { pagination, paginationSchema, slice } from "../../shapes/pagination.js";
import { CONTACT_STATUSES } from "../../vocabulary.js";

/** Contact Submissions, Get Contact Submissions: newest first. */
export const adminListContactSubmissions = route({
  method: "GET",
  path: "/admin/contact-submissions",
  summary: "What people wrote to us",
  tag: "Admin: Contact Submissions",
  may: CARERS,
  limit: "admin",
  query: z.object({ status: z.enum(CONTACT_STATUSES).optional(), ...paging(20) }),
  replies: {
    200: documentedData(
      "A page of submissions.",
      z.object({ submissions: z.array(contactSchema), pagination: paginationSchema }),
    ),
  },
  async handle({ query }, app) {
    const found = await contactsWhere(app.reads, MARKETPLACE, query.status, slice(query));
    return data({
      submissions: found.rows.map(presentContact),
      pagination: pagination(query, found.total),
    });
  },
});
