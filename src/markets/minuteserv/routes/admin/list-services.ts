import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { servicesWhere } from "../../../../../projections/services.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_STAFF } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { flag, text } from "../../shapes/fields.js";
import { presentServiceForAdmin, serviceAdminSchema } from "../../shapes/service.js";

/** Services Management, Get All Services: also those that are off the catalogue. */
export const adminListServices = route({
  method: "GET",
  path: "/admin/services",
  summary: "All services",
  tag: "Admin: Services Management",
  may: ANY_STAFF,
  limit: "admin",
  query: z.object({
    category: text(100).optional(),
    tier: text(100).optional(),
    is_active: flag.optional(),
  }),
  replies: {
    200: documentedData("Services.", z.object({ services: z.array(serviceAdminSchema) })),
  },
  async handle({ query }, app) {
    const { category, tier, is_active: isActive } = query;
    const rows = await servicesWhere(app.reads, MARKETPLACE, { category, tier, isActive });
    return data({ services: rows.map(presentServiceForAdmin) });
  },
});
