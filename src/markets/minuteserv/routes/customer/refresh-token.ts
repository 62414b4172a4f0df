import { z } from "zod";
import type { App } from "../../../../kernel/app.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { PUBLIC, route } from "../../../../kernel/route.js";
import { MARKETPLACE } from "../../policy.js";
import { data, documentedData } from "../../shapes/envelope.js";

/** Authentication, 3. Refresh Token. Partners refresh here as well: they have no other place. */
export const refreshToken = route({
  method: "POST",
  path: "/auth/refresh-token",
  summary: "Exchange a refresh token, once, for a new pair",
  tag: "Authentication",
  may: PUBLIC,
  limit: "general_customer",
  body: z.object({ refresh_token: z.string().min(1).max(1_000) }),
  example: { refresh_token: "eyJhbGci..." },
  replies: {
    200: documentedData(
      "A new pair; the old refresh token is dead.",
      z.object({ access_token: z.string(), refresh_token: z.string() }),
    ),
  },
  async handle({ body }, app) {
    const refreshed = await refreshOfEither(app, body.refresh_token);
    if (isRejection(refreshed)) return refreshed;
    const { accessToken, refreshToken: next } = refreshed.tokens;
    return data({ access_token: accessToken, refresh_token: next });
  },
});

async function refreshOfEither(app: App, token: string) {
  const customer = await app.sessions.refresh(token, {
    marketplace: MARKETPLACE,
    realm: "customer",
  });
  if (!isRejection(customer) || customer.code !== "unauthenticated") return customer;
  return app.sessions.refresh(token, { marketplace: MARKETPLACE, realm: "partner" });
}
