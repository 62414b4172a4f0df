import type { Route } from "../../../../kernel/route.js";
import { getProfile } from "./get-profile.js";
import { getUser } from "./get-user.js";
import { listUsers } from "./list-users.js";

/** User APIs, in the order of the document. */
export const userRoutes: readonly Route[] = [getProfile, listUsers, getUser];
