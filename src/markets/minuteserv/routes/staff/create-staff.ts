import { z } from "zod";
import { isRejection, reject } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { accounts } from "../../../../modules/account/account.js";
import { accountById } from "../../../../../projections/accounts.js";
import { permissionsSchema } from "../../permissions.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { OWNER } from "../../roles.js";
import { createdData, documentedData } from "../../shapes/envelope.js";
import { email, text } from "../../shapes/fields.js";
import { presentStaff, STAFF_TAG, staffSchema } from "../../shapes/staff.js";
import { ADMIN_ROLES } from "../../vocabulary.js";

const TAKEN = reject("conflict", "email_taken", "This e-mail belongs to other staff.");

/**
 * Makes a staff account. The claim on the e-mail decides between two at once; a repeat after a
 * crash goes on with the account of its first try.
 */
export const createStaff = route({
  method: "POST",
  path: "/admin/staff",
  summary: "Make a staff account",
  tag: STAFF_TAG,
  may: OWNER,
  limit: "admin",
  idempotency: "honoured",
  body: z.object({
    email,
    name: text(255),
    role: z.enum(ADMIN_ROLES),
    password: z.string().min(8).max(1_000),
    permissions: permissionsSchema.nullish(),
  }),
  example: {
    email: "asha@minuteserv.com",
    name: "Asha Roy",
    role: "support",
    password: "a-long-password",
    permissions: { bookings: ["read", "write"], partners: ["read"] },
  },
  replies: { 201: documentedData("Made.", z.object({ staff: staffSchema })) },
  async handle({ body }, app) {
    const { email: address, name, role, password, permissions = null } = body;
    const accountId = app.id("staff");
    const claim = { scope: `${MARKETPLACE}.staff.email`, value: address, owner: accountId };
    const owner = await app.claims.take(claim, app.envelope);
    if (owner !== accountId && (await app.load(accounts, owner)) !== null) return TAKEN;
    const done = await app.execute(accounts, owner, {
      type: "RegisterAccount",
      accountId: owner,
      kind: "staff",
      role,
      profile: { name, phone: null, email: address },
      permissions,
    });
    if (isRejection(done)) return done;
    // Somebody else has taken the claim over a moment earlier: their password stands.
    if (owner !== accountId && done.events.length === 0) return TAKEN;
    await app.credentials.set(owner, password);
    const row = await accountById(app.reads, owner);
    return row === undefined ? notFound("Staff") : createdData({ staff: presentStaff(row) });
  },
});
