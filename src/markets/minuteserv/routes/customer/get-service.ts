import { realm, route } from "../../../../kernel/route.js";
import { serviceById } from "../../../../../projections/services.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";
import { presentServiceDetail, serviceDetailSchema } from "../../shapes/service.js";

/** Services, Get Service Details; a retired service is not on offer any more (catalog.03). */
export const getService = route({
  method: "GET",
  path: "/services/:id",
  summary: "One service",
  tag: "Services",
  may: realm("customer"),
  limit: "general_customer",
  params: idParams,
  replies: { 200: documentedData("The service.", serviceDetailSchema) },
  async handle({ params }, app) {
    const row = await serviceById(app.reads, MARKETPLACE, params.id);
    if (row === undefined || !row.is_active) return notFound("Service");
    return data(presentServiceDetail(row));
  },
});
