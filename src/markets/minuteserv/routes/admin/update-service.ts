import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { services } from "../../../../modules/catalogue/catalogue.js";
import { serviceById } from "../../../../../projections/services.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { MANAGERS } from "../../roles.js";
import { serviceChange, serviceChangeBody } from "../../services/service-body.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";
import { presentServiceForAdmin, serviceAdminSchema } from "../../shapes/service.js";

/** Services Management, Update Service: bookings keep the price that they were promised. */
export const adminUpdateService = route({
  method: "PUT",
  path: "/admin/services/:id",
  summary: "Change a service",
  tag: "Admin: Services Management",
  may: MANAGERS,
  limit: "admin",
  params: idParams,
  body: serviceChangeBody,
  example: { product_cost: 1100, market_price: 1300, is_active: true },
  replies: { 200: documentedData("Changed.", z.object({ service: serviceAdminSchema })) },
  async handle({ params, body }, app) {
    if ((await serviceById(app.reads, MARKETPLACE, params.id)) === undefined) {
      return notFound("Service");
    }
    const change = serviceChange(body);
    const done = await app.execute(services, params.id, { type: "ChangeService", change });
    if (isRejection(done)) return done;
    const row = await serviceById(app.reads, MARKETPLACE, params.id);
    if (row === undefined) return notFound("Service");
    return data({ service: presentServiceForAdmin(row) });
  },
});
