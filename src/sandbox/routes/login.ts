import { z } from "zod";
import { isRejection } from "../../kernel/rejection.js";
import { ok, PUBLIC, route, type Route } from "../../kernel/route.js";
import type { SandboxPorts } from "../ports.js";

export function login(ports: Pick<SandboxPorts, "login">): Route {
  return route({
    method: "POST",
    path: "/login",
    summary: "Tokens of any account by e-mail, phone or username",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    body: z.object({ marketplace: z.string().min(1), username: z.string().min(1) }),
    example: { marketplace: "minuteserv", username: "admin@minuteserv.com" },
    replies: {
      200: {
        description: "A session like any other",
        schema: z.object({ access: z.string(), refresh: z.string(), user: z.looseObject({}) }),
      },
    },
    async handle({ body }, app) {
      const session = await ports.login(app, body);
      return isRejection(session) ? session : ok(session);
    },
  });
}
