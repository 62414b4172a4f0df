import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { accounts } from "../../../../modules/account/account.js";
import { customerById } from "../../../../../projections/customer-lists.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { MANAGERS } from "../../roles.js";
import { customerSchema, presentCustomer } from "../../shapes/customer.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, text } from "../../shapes/fields.js";

/** Users Management, Block/Unblock User: a blocked customer's tokens die at once. */
export const adminUpdateUserStatus = route({
  method: "PATCH",
  path: "/admin/users/:id/status",
  summary: "Block a customer, or let them in again",
  tag: "Admin: Users Management",
  may: MANAGERS,
  limit: "admin",
  params: idParams,
  body: z.object({ is_active: z.boolean(), reason: text(1_000).nullish() }),
  example: { is_active: false, reason: "Violation of terms" },
  replies: { 200: documentedData("Set.", z.object({ user: customerSchema })) },
  async handle({ params, body }, app) {
    if ((await customerById(app.reads, MARKETPLACE, params.id)) === undefined) {
      return notFound("User");
    }
    const type = body.is_active ? "UnblockAccount" : "BlockAccount";
    const done = await app.execute(accounts, params.id, { type, reason: body.reason ?? null });
    if (isRejection(done)) return done;
    if (!body.is_active) await app.sessions.endAll(params.id, "blocked");
    const row = await customerById(app.reads, MARKETPLACE, params.id);
    return row === undefined ? notFound("User") : data({ user: presentCustomer(row) });
  },
});
