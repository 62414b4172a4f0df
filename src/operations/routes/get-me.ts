import { reject } from "../../kernel/rejection.js";
import { ok, route } from "../../kernel/route.js";
import { accountById } from "../../../projections/accounts.js";
import { presentStaff, staffSchema } from "../shapes/session.js";
import { callerOf, READERS } from "../staff.js";

export const getMe = route({
  method: "GET",
  path: "/me",
  summary: "Who you are",
  tag: "Session",
  may: READERS,
  limit: "staff",
  replies: { 200: { description: "Your account.", schema: staffSchema } },
  async handle(_input, app) {
    const account = await accountById(app.reads, callerOf(app).id);
    if (account === undefined) return reject("not_found", "account_unknown", "You are unknown.");
    return ok(presentStaff(account));
  },
});
