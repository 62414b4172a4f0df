import { realm, route } from "../../../../kernel/route.js";
import { documentedMessage, message } from "../../shapes/envelope.js";

const DONE = "Logged out successfully";

/** Authentication, 4. Logout: the session's refresh token works no longer (auth.06). */
export const logOut = route({
  method: "POST",
  path: "/auth/logout",
  summary: "End this session",
  tag: "Authentication",
  may: realm("customer"),
  limit: "general_customer",
  replies: { 200: documentedMessage(DONE) },
  async handle(_input, app) {
    if (app.principal !== undefined) await app.sessions.end(app.principal.sessionId);
    return message(DONE);
  },
});
