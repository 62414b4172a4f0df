import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { pageOf, pagingQuery } from "../../paging.js";
import { ADMINS } from "../../roles.js";
import { profileSchema } from "../../shapes/user.js";
import { pageOfMembers } from "../../members/page-of-members.js";

/** User APIs, 14. List Staff Users. */
export const listStaff = route({
  method: "GET",
  path: "/api/users/staff/",
  summary: "All staff members",
  tag: "Users",
  may: { ...ADMINS, refusal: "Only superuser and admin can list staff users." },
  limit: "other",
  query: z.object(pagingQuery),
  replies: { 200: { description: "A page of users.", schema: pageOf(profileSchema) } },
  handle: (input, app) => pageOfMembers(app, input, { roles: ["staff"] }),
});
