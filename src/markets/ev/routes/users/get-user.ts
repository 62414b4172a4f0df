import { callerId } from "../../../../kernel/caller.js";
import { ok, route } from "../../../../kernel/route.js";
import { memberByNumber } from "../../../../../projections/members.js";
import { papersOf } from "../../../../../projections/papers.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER, isStaff } from "../../roles.js";
import { idParams } from "../../shapes/fields.js";
import { presentProfile, profileSchema } from "../../shapes/user.js";

/** User APIs, 12. Get User by ID: to who may not view one, there is none (EV-A09). */
export const getUser = route({
  method: "GET",
  path: "/api/users/:id/",
  summary: "One user",
  tag: "Users",
  may: ANY_MEMBER,
  limit: "other",
  params: idParams,
  replies: {
    200: { description: "The user.", schema: profileSchema },
  },
  async handle({ params }, app) {
    const member = await memberByNumber(app.reads, MARKETPLACE, params.id);
    if (member === undefined) return notFound();
    if (!isStaff(app) && member.id !== callerId(app)) return notFound();
    const papers = await papersOf(app.reads, [member.id]);
    return ok(presentProfile(member, papers.get(member.id)));
  },
});
