import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { kycWhere } from "../../../../../projections/kyc/queries.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { sightOf } from "../../papers/sight.js";
import { MARKETPLACE } from "../../policy.js";
import { ADMINS } from "../../roles.js";
import { date } from "../../shapes/fields.js";
import { KYC_STATUSES, kycSchema, presentKyc } from "../../shapes/kyc.js";

const ORDERINGS = [
  "submitted_at",
  "-submitted_at",
  "reviewed_at",
  "-reviewed_at",
  "status",
  "-status",
] as const;

/** A superuser prints as an admin, and is found as one. */
const OWNER_ROLES = { admin: ["admin", "superuser"], staff: ["staff"], user: ["user"] } as const;

/** "Invalid filter values are ignored": they are as good as not given. */
function ignoredIfInvalid<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

const filters = {
  status: ignoredIfInvalid(z.enum(KYC_STATUSES)),
  submitted_date_from: ignoredIfInvalid(date),
  submitted_date_to: ignoredIfInvalid(date),
  reviewed_date_from: ignoredIfInvalid(date),
  reviewed_date_to: ignoredIfInvalid(date),
  user_id: ignoredIfInvalid(
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ),
  user_role: ignoredIfInvalid(z.enum(["admin", "staff", "user"])),
  ordering: z.enum(ORDERINGS).catch("-submitted_at").default("-submitted_at"),
};

/** KYC APIs, 21. List All KYC Documents: "All filters can be combined", dates are inclusive. */
export const listAllKyc = route({
  method: "GET",
  path: "/api/users/kyc/list_all/",
  summary: "All KYC records, filtered and sorted",
  tag: "KYC",
  may: ADMINS,
  limit: "other",
  query: z.object({ ...pagingQuery, ...filters }),
  replies: {
    200: {
      description: "A page of records.",
      schema: pageOf(kycSchema),
    },
  },
  async handle({ query, url }, app) {
    const filter = {
      status: query.status,
      submittedFrom: query.submitted_date_from,
      submittedTo: query.submitted_date_to,
      reviewedFrom: query.reviewed_date_from,
      reviewedTo: query.reviewed_date_to,
      userNumber: query.user_id,
      ownerRoles: query.user_role === undefined ? undefined : OWNER_ROLES[query.user_role],
    };
    const page = { order: query.ordering, ...slice(query) };
    const found = await kycWhere(app.reads, MARKETPLACE, sightOf(app), filter, page);
    return paged({ query, url }, found, (row) => presentKyc(row, url));
  },
});
