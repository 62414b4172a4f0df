import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { pageOf, pagingQuery } from "../../paging.js";
import { SUPERUSER } from "../../roles.js";
import { profileSchema } from "../../shapes/user.js";
import { pageOfMembers } from "../../members/page-of-members.js";

/** User APIs, 13. List Admin Users; a superuser is one (EV-A38). */
export const listAdmins = route({
  method: "GET",
  path: "/api/users/admins/",
  summary: "All admins",
  tag: "Users",
  may: { ...SUPERUSER, refusal: "Only superuser can list admin users." },
  limit: "other",
  query: z.object(pagingQuery),
  replies: { 200: { description: "A page of users.", schema: pageOf(profileSchema) } },
  handle: (input, app) => pageOfMembers(app, input, { roles: ["admin", "superuser"] }),
});
