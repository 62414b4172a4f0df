import { callerId } from "../../../../kernel/caller.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { ok, route } from "../../../../kernel/route.js";
import { documents } from "../../../../modules/document/document.js";
import { documentByNumber } from "../../../../../projections/documents.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ADMINS } from "../../roles.js";
import { documentSchema, presentDocument } from "../../shapes/document.js";
import { idParams } from "../../shapes/fields.js";

/**
 * An extension: List Compliance Documents prints `is_verified: true`, and nothing in the document
 * makes it so (EV-A37).
 */
export const verifyDocument = route({
  method: "POST",
  path: "/api/compliance/documents/:id/verify/",
  summary: "Verify a compliance document",
  tag: "Extension: Compliance",
  may: ADMINS,
  limit: "other",
  idempotency: "honoured",
  params: idParams,
  replies: {
    200: {
      description: "Verified.",
      schema: documentSchema,
    },
  },
  async handle({ params, url }, app) {
    const row = await documentByNumber(app.reads, MARKETPLACE, params.id);
    if (row === undefined) return notFound();
    const command = { type: "VerifyDocument", reviewerId: callerId(app) } as const;
    const done = await app.execute(documents, row.id, command);
    if (isRejection(done)) return done;
    const verified = await documentByNumber(app.reads, MARKETPLACE, params.id);
    return verified === undefined ? notFound() : ok(presentDocument(verified, url));
  },
});
