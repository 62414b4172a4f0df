import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { pageOf, pagingQuery } from "../../paging.js";
import { ANY_MEMBER, isStaff } from "../../roles.js";
import { profileSchema } from "../../shapes/user.js";
import { pageOfMembers } from "../../members/page-of-members.js";

/** User APIs, 11. List Users: staff and admins see everybody, others themselves. */
export const listUsers = route({
  method: "GET",
  path: "/api/users/",
  summary: "The users that you may see",
  tag: "Users",
  may: ANY_MEMBER,
  limit: "other",
  query: z.object(pagingQuery),
  replies: {
    200: {
      description: "A page of users.",
      schema: pageOf(profileSchema),
    },
  },
  handle: (input, app) => pageOfMembers(app, input, isStaff(app) ? {} : { id: callerId(app) }),
});
