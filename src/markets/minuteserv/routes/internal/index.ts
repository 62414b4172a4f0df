import type { Route } from "../../../../kernel/route.js";
import { internalAssignPartner } from "./assign-partner.js";
import { internalGetAssignmentQueue } from "./get-assignment-queue.js";

/** Internal APIs, in the order of the document. */
export const internalRoutes: readonly Route[] = [internalAssignPartner, internalGetAssignmentQueue];
