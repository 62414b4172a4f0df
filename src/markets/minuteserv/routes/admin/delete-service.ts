import { isRejection } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { services } from "../../../../modules/catalogue/catalogue.js";
import { serviceById } from "../../../../../projections/services.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { MANAGERS } from "../../roles.js";
import { documentedMessage, message } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";

const DELETED = "Service deleted successfully";

/**
 * Services Management, Delete Service: it leaves the catalogue and stays known to the bookings
 * and reports that name it.
 */
export const adminDeleteService = route({
  method: "DELETE",
  path: "/admin/services/:id",
  summary: "Take a service off the catalogue",
  tag: "Admin: Services Management",
  may: MANAGERS,
  limit: "admin",
  params: idParams,
  replies: { 200: documentedMessage(DELETED) },
  async handle({ params }, app) {
    if ((await serviceById(app.reads, MARKETPLACE, params.id)) === undefined) {
      return notFound("Service");
    }
    const done = await app.execute(services, params.id, { type: "RetireService" });
    return isRejection(done) ? done : message(DELETED);
  },
});
