import { z } from "zod";
import { route } from "../../kernel/route.js";
import { callerOf, READERS } from "../staff.js";

export const logOut = route({
  method: "POST",
  path: "/logout",
  summary: "End this session: both of its tokens die at once",
  tag: "Session",
  may: READERS,
  limit: "staff",
  replies: { 204: { description: "Signed out.", schema: z.object({}) } },
  async handle(_input, app) {
    await app.sessions.end(callerOf(app).sessionId);
    return { status: 204, body: {} };
  },
});
