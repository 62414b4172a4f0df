import type { Route } from "../../../../kernel/route.js";
import { createStaff } from "./create-staff.js";
import { listStaff } from "./list-staff.js";
import { updateStaffPermissions } from "./update-staff-permissions.js";

/** An extension: the document keeps staff in a table and prints no endpoint to make them (A56). */
export const staffRoutes: readonly Route[] = [listStaff, createStaff, updateStaffPermissions];
