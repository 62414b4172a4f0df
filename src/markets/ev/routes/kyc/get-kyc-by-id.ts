import { ok, route } from "../../../../kernel/route.js";
import { kycByNumber } from "../../../../../projections/kyc/queries.js";
import { sightOf } from "../../papers/sight.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { idParams } from "../../shapes/fields.js";
import { kycSchema, presentKyc } from "../../shapes/kyc.js";

/** KYC APIs, 18. Get KYC by ID: what somebody may not see does not exist for them. */
export const getKycById = route({
  method: "GET",
  path: "/api/users/kyc/:id/",
  summary: "One KYC record",
  tag: "KYC",
  may: ANY_MEMBER,
  limit: "other",
  params: idParams,
  replies: {
    200: { description: "The record.", schema: kycSchema },
  },
  async handle({ params, url }, app) {
    const row = await kycByNumber(app.reads, MARKETPLACE, sightOf(app), params.id);
    return row === undefined ? notFound() : ok(presentKyc(row, url));
  },
});
