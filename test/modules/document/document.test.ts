import test from "ava";
import { documents } from "../../../src/modules/document/document.js";
import type { DocumentEvent, DocumentUploaded } from "../../../src/modules/document/events.js";
import { given } from "../scenario.js";

const documentId = "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f2001";
const accountId = "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f2002";
const reviewerId = "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f2003";

const data: DocumentUploaded = {
  documentId,
  accountId,
  number: 1,
  documentType: "tds_certificate",
  title: "TDS Certificate 2025-26",
  description: null,
  paper: { fileId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f2004", type: "application/pdf" },
};
const uploaded: DocumentEvent = { type: "DocumentUploaded", data };
const verified: DocumentEvent = {
  type: "DocumentVerified",
  data: { documentId, accountId, reviewerId },
};
const verify = { type: "VerifyDocument", reviewerId } as const;

test("a document is uploaded once", (t) => {
  given(t, documents)
    .when({ type: "UploadDocument", ...data })
    .yields(uploaded);
  given(t, documents, uploaded)
    .when({ type: "UploadDocument", ...data })
    .refuses("conflict", "document_exists");
});

test("it is verified once; again changes nothing", (t) => {
  given(t, documents, uploaded).when(verify).yields(verified);
  given(t, documents, uploaded, verified).when(verify).yields();
});

test("an unknown document is not verified", (t) => {
  given(t, documents).when(verify).refuses("not_found", "document_unknown");
});
