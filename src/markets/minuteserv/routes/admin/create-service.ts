import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { services } from "../../../../modules/catalogue/catalogue.js";
import { serviceById } from "../../../../../projections/services.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { serviceBody, serviceOffer } from "../../services/service-body.js";
import { createdData, documentedData } from "../../shapes/envelope.js";
import { presentServiceForAdmin, serviceAdminSchema } from "../../shapes/service.js";

/** Services Management, Create Service; it is in the catalogue at once (catalog.05). */
export const adminCreateService = route({
  method: "POST",
  path: "/admin/services",
  summary: "Add a service to the catalogue",
  tag: "Admin: Services Management",
  may: realm("admin", "super_admin", "admin"),
  limit: "admin",
  body: serviceBody,
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
      offer: serviceOffer(body),
    });
    if (isRejection(done)) return done;
    const row = await serviceById(app.reads, MARKETPLACE, serviceId);
    if (row === undefined) return notFound("Service");
    return createdData({ service: presentServiceForAdmin(row) });
  },
});
