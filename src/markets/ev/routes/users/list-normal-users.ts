import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { pageOf, pagingQuery } from "../../paging.js";
import { STAFF } from "../../roles.js";
import { profileSchema } from "../../shapes/user.js";
import { pageOfMembers } from "../../members/page-of-members.js";

/** User APIs, 15. List Normal Users. */
export const listNormalUsers = route({
  method: "GET",
  path: "/api/users/normal/",
  summary: "All normal users",
  tag: "Users",
  may: { ...STAFF, refusal: "Only superuser, admin, and staff can list normal users." },
  limit: "other",
  query: z.object(pagingQuery),
  replies: { 200: { description: "A page of users.", schema: pageOf(profileSchema) } },
  handle: (input, app) => pageOfMembers(app, input, { roles: ["user"] }),
});
