import type { Route } from "../../../../kernel/route.js";
import { approveKyc } from "./approve-kyc.js";
import { getKycById } from "./get-kyc-by-id.js";
import { getKyc } from "./get-kyc.js";
import { listAllKyc } from "./list-all-kyc.js";
import { rejectKyc } from "./reject-kyc.js";
import { submitKyc } from "./submit-kyc.js";

/** KYC APIs, in the order of the document. */
export const kycRoutes: readonly Route[] = [
  submitKyc,
  getKyc,
  getKycById,
  approveKyc,
  rejectKyc,
  listAllKyc,
];
