import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { services } from "../../../../modules/catalogue/catalogue.js";
import { serviceById } from "../../../../../projections/services.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { createdData, documentedData } from "../../shapes/envelope.js";
import { rupees, text } from "../../shapes/fields.js";
import { presentServiceForAdmin, serviceAdminSchema } from "../../shapes/service.js";
import { SERVICE_TIERS } from "../../vocabulary.js";

/** A day: nobody is booked for longer. */
const LONGEST_MINUTES = 24 * 60;

/** Services Management, Create Service; it is in the catalogue at once (catalog.05). */
export const adminCreateService = route({
  method: "POST",
  path: "/admin/services",
  summary: "Add a service to the catalogue",
  tag: "Admin: Services Management",
  may: realm("admin", "super_admin", "admin"),
  limit: "admin",
  body: z.object({
    name: text(255),
    description: text(5_000).nullish(),
    category: text(100),
    service_type: text(100),
    tier: z.enum(SERVICE_TIERS),
    product_cost: rupees,
    market_price: rupees.nullish(),
    duration_minutes: z.int().min(1).max(LONGEST_MINUTES).default(60),
    image_url: z.url({ protocol: /^https?$/ }).max(2_000).nullish(),
  }),
  example: {
    name: "Facial - Minimal",
    description: "Complete facial treatment...",
    category: "Facial",
    service_type: "Facial",
    tier: "Minimal",
    product_cost: 1000,
    market_price: 1200,
    duration_minutes: 60,
    image_url: "https://images.minuteserv.com/facial.jpg",
  },
  replies: { 201: documentedData("Added.", z.object({ service: serviceAdminSchema })) },
  async handle({ body }, app) {
    const serviceId = app.id("service");
    const done = await app.execute(services, serviceId, {
      type: "AddService",
      serviceId,
      offer: {
        name: body.name,
        description: body.description ?? null,
        category: body.category,
        serviceType: body.service_type,
        tier: body.tier,
        currency: "INR",
        price: body.product_cost,
        marketPrice: body.market_price ?? null,
        durationMinutes: body.duration_minutes,
        imageUrl: body.image_url ?? null,
        isActive: true,
      },
    });
    if (isRejection(done)) return done;
    const row = await serviceById(app.reads, MARKETPLACE, serviceId);
    if (row === undefined) return notFound("Service");
    return createdData({ service: presentServiceForAdmin(row) });
  },
});
