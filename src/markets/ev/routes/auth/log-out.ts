import { z } from "zod";
import { caller } from "../../../../kernel/caller.js";
import { ok, route } from "../../../../kernel/route.js";
import { invalid } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { text } from "../../shapes/fields.js";
import { messageSchema } from "../../shapes/tokens.js";

/**
 * Authentication APIs, 4. Logout: the refresh token is good no longer, and with it dies what was
 * made from it.
 */
export const logOut = route({
  method: "POST",
  path: "/api/auth/logout/",
  summary: "End the session of a refresh token",
  tag: "Authentication",
  may: ANY_MEMBER,
  limit: "other",
  body: z.object({ refresh: text(4_000) }),
  example: { refresh: "eyJ0eXAiOiJKV1QiLCJhbGc..." },
  replies: { 200: { description: "Logged out.", schema: messageSchema } },
  async handle({ body }, app) {
    const refused = await app.sessions.endOf(body.refresh, caller(app));
    if (refused !== undefined) return invalid("refresh", "Token is invalid or expired");
    return ok({ message: "Successfully logged out" });
  },
});
