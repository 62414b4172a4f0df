import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { customersWhere } from "../../../../../projections/customer-lists.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_STAFF } from "../../roles.js";
import { customerSchema, presentCustomer } from "../../shapes/customer.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { paging } from "../../shapes/fields.js";
import { pagination, paginationSchema, slice } from "../../shapes/pagination.js";

/** Users Management, Get All Users: newest first; an empty search finds all. */
export const adminListUsers = route({
  method: "GET",
  path: "/admin/users",
  summary: "All customers",
  tag: "Admin: Users Management",
  may: ANY_STAFF,
  limit: "admin",
  query: z.object({ search: z.string().trim().max(255).optional(), ...paging(20) }),
  replies: {
    200: documentedData(
      "A page of customers.",
      z.object({ users: z.array(customerSchema), pagination: paginationSchema }),
    ),
  },
  async handle({ query }, app) {
    const search = query.search === "" ? undefined : query.search;
    const found = await customersWhere(app.reads, MARKETPLACE, search, slice(query));
    return data({
      users: found.rows.map(presentCustomer),
      pagination: pagination(query, found.total),
    });
  },
});
