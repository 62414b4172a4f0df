import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { staffOfMarket } from "../../../../../projections/accounts.js";
import { MARKETPLACE } from "../../policy.js";
import { OWNER } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { presentStaff, STAFF_TAG, staffSchema } from "../../shapes/staff.js";
import { ADMIN_ROLES } from "../../vocabulary.js";

export const listStaff = route({
  method: "GET",
  path: "/admin/staff",
  summary: "Active staff with their roles and permissions",
  tag: STAFF_TAG,
  may: OWNER,
  limit: "admin",
  replies: { 200: documentedData("Oldest first.", z.object({ staff: z.array(staffSchema) })) },
  async handle(_input, app) {
    const rows = await staffOfMarket(app.reads, MARKETPLACE, ADMIN_ROLES);
    return data({ staff: rows.map(presentStaff) });
  },
});
