import { z } from "zod";
import { isRejection } from "../../kernel/rejection.js";
import { ok, PUBLIC, route } from "../../kernel/route.js";
import { presentTokens, tokensSchema } from "../shapes/session.js";
import { MARKETPLACE } from "../staff.js";

export const refreshSession = route({
  method: "POST",
  path: "/refresh",
  summary: "Exchange a refresh token, once, for a new pair",
  tag: "Session",
  may: PUBLIC,
  limit: "login",
  body: z.object({ refresh: z.string().min(1).max(1_000) }),
  replies: {
    200: { description: "A new pair; the old refresh token is dead.", schema: tokensSchema },
  },
  async handle({ body }, app) {
    const expected = { marketplace: MARKETPLACE, realm: "staff" } as const;
    const refreshed = await app.sessions.refresh(body.refresh, expected);
    return isRejection(refreshed) ? refreshed : ok(presentTokens(refreshed.tokens));
  },
});
