import type { ReadModel } from "../../../kernel/read-model.js";
import { documentOfPaper } from "../../../../projections/documents.js";
import { kycOf } from "../../../../projections/kyc/queries.js";
import { nomineeOf } from "../../../../projections/nominees.js";
import type { MediaFolder } from "./media.js";

/** Whether a record of the owner's names this file among the papers of a folder. */
export async function isFiledIn(
  reads: ReadModel,
  folder: MediaFolder,
  { fileId, owner }: { readonly fileId: string; readonly owner: string },
): Promise<boolean> {
  switch (folder) {
    case "kyc/pan":
      return (await kycOf(reads, owner))?.papers.pan.fileId === fileId;
    case "kyc/aadhaar": {
      const papers = (await kycOf(reads, owner))?.papers;
      return papers?.aadhaarFront.fileId === fileId || papers?.aadhaarBack.fileId === fileId;
    }
    case "kyc/bank_passbook":
      return (await kycOf(reads, owner))?.papers.bankPassbook.fileId === fileId;
    case "nominee/id_proof":
      return (await nomineeOf(reads, owner))?.id_proof_paper?.fileId === fileId;
    case "compliance":
      return (await documentOfPaper(reads, owner, fileId)) !== undefined;
  }
}
