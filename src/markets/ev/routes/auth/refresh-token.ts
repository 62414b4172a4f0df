import { z } from "zod";
import { isRejection, reject } from "../../../../kernel/rejection.js";
import { ok, PUBLIC, route } from "../../../../kernel/route.js";
import { MARKETPLACE } from "../../policy.js";
import { text } from "../../shapes/fields.js";

const NO_GOOD = reject("unauthenticated", "refresh_token", "Token is invalid or expired");

/** Authentication APIs, 3. Refresh Token: the refresh token stays as it is. */
export const refreshToken = route({
  method: "POST",
  path: "/api/auth/refresh/",
  summary: "A new access token for a refresh token",
  tag: "Authentication",
  may: PUBLIC,
  limit: "other",
  body: z.object({ refresh: text(4_000) }),
  example: { refresh: "eyJ0eXAiOiJKV1QiLCJhbGc..." },
  replies: {
    200: { description: "The new access token.", schema: z.object({ access: z.jwt() }) },
  },
  async handle({ body }, app) {
    const expected = { marketplace: MARKETPLACE, realm: "member" } as const;
    const renewed = await app.sessions.renew(body.refresh, expected);
    if (!isRejection(renewed)) return ok({ access: renewed.accessToken });
    return renewed.code === "unauthenticated" ? NO_GOOD : renewed;
  },
});
