import { z } from "zod";
import { isoNow } from "../../../../kernel/clock.js";
import { realm, route } from "../../../../kernel/route.js";
import { servicesWhere, type ServiceRow } from "../../../../../projections/services.js";
import { MARKETPLACE } from "../../policy.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { presentServiceCard, serviceCardSchema } from "../../shapes/service.js";

/** Services, Get Service Catalog: active services, by category and flat (catalog.01). */
export const getCatalog = route({
  method: "GET",
  path: "/services/catalog",
  summary: "All services on offer",
  tag: "Services",
  may: realm("customer"),
  limit: "general_customer",
  query: z.object({ category: z.string().optional(), tier: z.string().optional() }),
  replies: {
    200: documentedData(
      "The catalogue.",
      z.object({
        categories: z.record(z.string(), z.array(serviceCardSchema)),
        all_services: z.array(serviceCardSchema),
        last_updated: z.string(),
      }),
    ),
  },
  async handle({ query }, app) {
    const rows = await servicesWhere(app.reads, MARKETPLACE, { ...query, isActive: true });
    const updates = rows.map((row) => row.updated_at);
    return data({
      categories: byCategory(rows),
      all_services: rows.map(presentServiceCard),
      last_updated: updates.sort().at(-1) ?? isoNow(app.clock),
    });
  },
});

function byCategory(rows: readonly ServiceRow[]) {
  // A category may be called as a property that every object has, which a map does not mind.
  const categories = new Map<string, ReturnType<typeof presentServiceCard>[]>();
  for (const row of rows) {
    const cards = categories.get(row.category) ?? [];
    categories.set(row.category, [...cards, presentServiceCard(row)]);
  }
  return Object.fromEntries(categories);
}
