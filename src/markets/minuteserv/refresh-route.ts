import { z } from "zod";
import type { Realm } from "../../kernel/identity.js";
import { isRejection } from "../../kernel/rejection.js";
import { PUBLIC, route, type Route } from "../../kernel/route.js";
import { MARKETPLACE } from "./policy.js";
import { data, documentedData } from "./shapes/envelope.js";

/**
 * A route that exchanges a refresh token, once, for a new pair.
 *
 * @param realms whose tokens are taken, in the order in which they are tried
 */
export function refreshRoute(
  where: Pick<Route, "path" | "tag" | "limit">,
  realms: readonly [Realm, ...Realm[]],
): Route {
  return route({
    ...where,
    method: "POST",
    summary: "Exchange a refresh token, once, for a new pair",
    may: PUBLIC,
    body: z.object({ refresh_token: z.string().min(1).max(1_000) }),
    example: { refresh_token: "eyJhbGci..." },
    replies: {
      200: documentedData(
        "A new pair; the old refresh token is dead.",
        z.object({ access_token: z.string(), refresh_token: z.string() }),
      ),
    },
    async handle({ body }, { sessions }) {
      const [first, ...others] = realms;
      const refresh = (realm: Realm) =>
        sessions.refresh(body.refresh_token, { marketplace: MARKETPLACE, realm });
      let refreshed = await refresh(first);
      for (const realm of others) {
        if (!isRejection(refreshed) || refreshed.code !== "unauthenticated") break;
        refreshed = await refresh(realm);
      }
      if (isRejection(refreshed)) return refreshed;
      const { accessToken, refreshToken } = refreshed.tokens;
      return data({ access_token: accessToken, refresh_token: refreshToken });
    },
  });
}
