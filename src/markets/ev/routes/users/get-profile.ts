import { callerId } from "../../../../kernel/caller.js";
import { ok, route } from "../../../../kernel/route.js";
import { memberById } from "../../../../../projections/members.js";
import { papersOf } from "../../../../../projections/papers.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { presentProfile, profileSchema } from "../../shapes/user.js";

/** User APIs, 9. Get User Profile. */
export const getProfile = route({
  method: "GET",
  path: "/api/users/profile/",
  summary: "Your profile",
  tag: "Users",
  may: ANY_MEMBER,
  limit: "other",
  replies: {
    200: { description: "Who you are.", schema: profileSchema },
  },
  async handle(_input, app) {
    const id = callerId(app);
    const member = await memberById(app.reads, MARKETPLACE, id);
    if (member === undefined) return notFound();
    const papers = await papersOf(app.reads, [id]);
    return ok(presentProfile(member, papers.get(id)));
  },
});
