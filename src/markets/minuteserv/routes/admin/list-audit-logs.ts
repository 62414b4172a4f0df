import { z } from "zod";
import { givenId, givenName } from "../../../../kernel/given-id.js";
import { route } from "../../../../kernel/route.js";
import { auditLog } from "../../../../../projections/audit/queries.js";
import { MARKETPLACE, TIME_ZONE } from "../../policy.js";
import { MANAGERS } from "../../roles.js";
import { auditLogSchema, presentAuditLog } from "../../shapes/audit-log.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { paging, text } from "../../shapes/fields.js";
import { pagination, paginationSchema, slice } from "../../shapes/pagination.js";
import { BACKWARD, isForward, openPeriodFields } from "../../shapes/period.js";

/** Audit Logs, Get Audit Logs: what staff did, latest first, straight from the events. */
export const adminListAuditLogs = route({
  method: "GET",
  path: "/admin/audit-logs",
  summary: "What staff did",
  tag: "Admin: Audit Logs",
  may: MANAGERS,
  limit: "admin",
  query: z
    .object({
      admin_id: givenId.optional(),
      resource_type: text(50).optional(),
      resource_id: givenName(text(100)).optional(),
      action: text(100).optional(),
      ...openPeriodFields,
      ...paging(20),
    })
    .refine(isForward, BACKWARD),
  replies: {
    200: documentedData(
      "A page of the log.",
      z.object({ logs: z.array(auditLogSchema), pagination: paginationSchema }),
    ),
  },
  async handle({ query }, app) {
    const filter = {
      adminId: query.admin_id,
      resourceType: query.resource_type,
      resourceId: query.resource_id,
      action: query.action,
      from: query.date_from,
      to: query.date_to,
      timeZone: TIME_ZONE,
    };
    const found = await auditLog(app.reads, MARKETPLACE, filter, slice(query));
    return data({
      logs: found.rows.map(presentAuditLog),
      pagination: pagination(query, found.total),
    });
  },
});
