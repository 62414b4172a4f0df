import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { accounts } from "../../../../modules/account/account.js";
import { accountById } from "../../../../../projections/accounts.js";
import { permissionsSchema } from "../../permissions.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { OWNER } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";
import { presentStaff, STAFF_TAG, staffSchema } from "../../shapes/staff.js";

export const updateStaffPermissions = route({
  method: "PATCH",
  path: "/admin/staff/:id/permissions",
  summary: "Narrow what a role may for one of the staff; null lifts it",
  tag: STAFF_TAG,
  may: OWNER,
  limit: "admin",
  params: idParams,
  body: z.object({ permissions: permissionsSchema.nullable() }),
  example: { permissions: { bookings: ["read", "write"], partners: ["read"] } },
  replies: { 200: documentedData("Set, at once.", z.object({ staff: staffSchema })) },
  async handle({ params: { id }, body: { permissions } }, app) {
    const known = await accountById(app.reads, id);
    if (known?.marketplace !== MARKETPLACE || known.kind !== "staff") return notFound("Staff");
    const done = await app.execute(accounts, id, { type: "SetPermissions", permissions });
    if (isRejection(done)) return done;
    const row = await accountById(app.reads, id);
    return row === undefined ? notFound("Staff") : data({ staff: presentStaff(row) });
  },
});
