import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { documentsOf } from "../../../../../projections/documents.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_MEMBER, isAdmin } from "../../roles.js";
import { documentSchema, presentDocument } from "../../shapes/document.js";

/**
 * Compliance APIs, 46. List Compliance Documents: the caller's own, newest first. Admins see
 * everybody's, or they would not know what there is to verify.
 */
export const listDocuments = route({
  method: "GET",
  path: "/api/compliance/documents/",
  summary: "Your compliance documents; everybody's for admins",
  tag: "Compliance",
  may: ANY_MEMBER,
  limit: "other",
  query: z.object(pagingQuery),
  replies: {
    200: {
      description: "A page of documents.",
      schema: pageOf(documentSchema),
    },
  },
  async handle({ query, url }, app) {
    const whose = isAdmin(app) ? null : callerId(app);
    const found = await documentsOf(app.reads, MARKETPLACE, whose, slice(query));
    return paged({ query, url }, found, (row) => presentDocument(row, url));
  },
});
