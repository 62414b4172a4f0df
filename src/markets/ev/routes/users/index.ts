import type { Route } from "../../../../kernel/route.js";
import { getProfile } from "./get-profile.js";
import { getUser } from "./get-user.js";
import { listAdmins } from "./list-admins.js";
import { listNormalUsers } from "./list-normal-users.js";
import { listStaff } from "./list-staff.js";
import { listUsers } from "./list-users.js";
import { updateProfile } from "./update-profile.js";
import { updateUser } from "./update-user.js";

/** User APIs, in the order of the document. */
export const userRoutes: readonly Route[] = [
  getProfile,
  ...updateProfile,
  ...updateUser,
  listUsers,
  getUser,
  listAdmins,
  listStaff,
  listNormalUsers,
];
