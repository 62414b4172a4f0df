import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { created, route } from "../../../../kernel/route.js";
import { documents } from "../../../../modules/document/document.js";
import { documentByNumber } from "../../../../../projections/documents.js";
import { withPapers } from "../../papers/keep-papers.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { DOCUMENT_TYPES, documentSchema, presentDocument } from "../../shapes/document.js";
import { optionalText, text } from "../../shapes/fields.js";
import { paperFile } from "../../shapes/paper.js";

/** Compliance APIs, 45. Upload Compliance Document. */
export const uploadDocument = route({
  method: "POST",
  path: "/api/compliance/documents/",
  summary: "Upload a compliance document",
  tag: "Compliance",
  may: ANY_MEMBER,
  limit: "other",
  idempotency: "honoured",
  multipart: ["file"],
  body: z.object({
    document_type: z.enum(DOCUMENT_TYPES),
    title: text(255),
    description: optionalText(2_000),
    file: paperFile,
  }),
  example: {
    document_type: "tds_certificate",
    title: "TDS Certificate 2025-26",
    description: "Annual TDS certificate",
    file: "<file>",
  },
  replies: {
    201: {
      description: "Uploaded, not verified yet.",
      schema: documentSchema,
    },
  },
  async handle({ body, url }, app) {
    const documentId = app.id("document");
    const number = await app.numbers.next("ev.document", app.envelope);
    const done = await withPapers(app, { file: body.file }, ({ file: paper }) =>
      app.execute(documents, documentId, {
        type: "UploadDocument",
        documentId,
        accountId: callerId(app),
        number,
        documentType: body.document_type,
        title: body.title,
        description: body.description ?? null,
        paper,
      }),
    );
    if (isRejection(done)) return done;
    const row = await documentByNumber(app.reads, MARKETPLACE, number);
    return row === undefined ? notFound() : created(presentDocument(row, url));
  },
});
