import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { PUBLIC, route } from "../../../../kernel/route.js";
import { MARKETPLACE } from "../../policy.js";
import { data, documentedData } from "../../shapes/envelope.js";

/** Admin APIs, Admin Refresh Token; it prints no response, so it answers as the customers' does. */
export const adminRefreshToken = route({
  method: "POST",
  path: "/admin/auth/refresh-token",
  summary: "Exchange a refresh token, once, for a new pair",
  tag: "Admin: Authentication",
  may: PUBLIC,
  limit: "admin",
  body: z.object({ refresh_token: z.string().min(1).max(1_000) }),
  example: { refresh_token: "eyJhbGci..." },
  replies: {
    200: documentedData(
      "A new pair; the old refresh token is dead.",
      z.object({ access_token: z.string(), refresh_token: z.string() }),
    ),
  },
  async handle({ body }, app) {
    const refreshed = await app.sessions.refresh(body.refresh_token, {
      marketplace: MARKETPLACE,
      realm: "admin",
    });
    if (isRejection(refreshed)) return refreshed;
    const { accessToken, refreshToken } = refreshed.tokens;
    return data({ access_token: accessToken, refresh_token: refreshToken });
  },
});
