import type { Route } from "../../../../kernel/route.js";
import { approveNominee } from "./approve-nominee.js";
import { createNominee } from "./create-nominee.js";
import { getNominee } from "./get-nominee.js";
import { rejectNominee } from "./reject-nominee.js";
import { replaceNominee, updateNominee } from "./update-nominee.js";

/** Nominee APIs, in the order of the document. */
export const nomineeRoutes: readonly Route[] = [
  createNominee,
  replaceNominee,
  updateNominee,
  getNominee,
  approveNominee,
  rejectNominee,
];
