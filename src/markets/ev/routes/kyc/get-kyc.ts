import { z } from "zod";
import { ok, route } from "../../../../kernel/route.js";
import { kycOf, kycWhere } from "../../../../../projections/kyc/queries.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { sightOf } from "../../papers/sight.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER, isStaff } from "../../roles.js";
import { kycSchema, presentKyc } from "../../shapes/kyc.js";

/**
 * KYC APIs, 17. Get KYC Status: the one record of a normal user; staff, whose "queryset" the
 * section speaks of, get a page of the records that they may see (EV-A06).
 */
export const getKyc = route({
  method: "GET",
  path: "/api/users/kyc/",
  summary: "Your KYC record; a page of those they may see, for staff and admins",
  tag: "KYC",
  may: ANY_MEMBER,
  limit: "other",
  query: z.object(pagingQuery),
  replies: {
    200: {
      description: "The record, or a page of them.",
      schema: z.union([kycSchema, pageOf(kycSchema)]),
    },
  },
  async handle({ query, url }, app) {
    const sight = sightOf(app);
    if (!isStaff(app)) {
      const own = await kycOf(app.reads, sight.accountId);
      return own === undefined ? notFound() : ok(presentKyc(own, url));
    }
    const page = { order: "-submitted_at", ...slice(query) } as const;
    const found = await kycWhere(app.reads, MARKETPLACE, sight, {}, page);
    return paged({ query, url }, found, (row) => presentKyc(row, url));
  },
});
