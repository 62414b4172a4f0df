import type { Route } from "../../../../kernel/route.js";
import { listDocuments } from "./list-documents.js";
import { uploadDocument } from "./upload-document.js";
import { verifyDocument } from "./verify-document.js";

/** Compliance APIs, Documents. */
export const documentRoutes: readonly Route[] = [uploadDocument, listDocuments, verifyDocument];
