import { z } from "zod";
import { isRejection, reject } from "../../../../kernel/rejection.js";
import { ok, PUBLIC, route } from "../../../../kernel/route.js";
import { memberByUsername } from "../../../../../projections/members.js";
import { startSession } from "../../members/start-session.js";
import { MARKETPLACE } from "../../policy.js";
import { text } from "../../shapes/fields.js";
import { tokensSchema } from "../../shapes/tokens.js";
import { loggedInSchema, presentLoggedIn } from "../../shapes/user.js";

const WRONG = reject(
  "unauthenticated",
  "wrong_credentials",
  "No active account found with the given credentials",
);

/** Nobody has this account: its password is looked for so that unknown names take as long. */
const NOBODY = "nobody";

/**
 * An extension: the document names a superuser's password ("EVAdmin && EVAdmin@123") and prints
 * no endpoint that takes it (EV-A01).
 */
export const logIn = route({
  method: "POST",
  path: "/api/auth/login/",
  summary: "Sign in with username and password (superuser)",
  tag: "Extension: Authentication",
  may: PUBLIC,
  limit: "login",
  body: z.object({ username: text(254), password: z.string().min(1).max(1_000) }),
  example: { username: "EVAdmin", password: "EVAdmin@123" },
  replies: {
    200: {
      description: "Signed in.",
      schema: z.object({ user: loggedInSchema, tokens: tokensSchema }),
    },
  },
  async handle({ body }, app) {
    const member = await memberByUsername(app.reads, MARKETPLACE, body.username);
    const known = await app.credentials.verify(member?.id ?? NOBODY, body.password);
    if (member === undefined || !known) return WRONG;
    const entered = await startSession(app, member.id);
    if (isRejection(entered)) return entered;
    return ok({ user: presentLoggedIn(entered.member), tokens: entered.tokens });
  },
});
