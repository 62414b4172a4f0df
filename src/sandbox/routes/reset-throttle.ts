import { z } from "zod";
import { ok, PUBLIC, route, type Route } from "../../kernel/route.js";
import type { SandboxPorts } from "../ports.js";

export function resetThrottle(ports: Pick<SandboxPorts, "resetThrottle">): Route {
  return route({
    method: "POST",
    path: "/throttle/reset",
    summary: "Forgets the counters of every rate limit",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    replies: {
      200: { description: "Forgotten", schema: z.object({ reset: z.literal(true) }) },
    },
    async handle() {
      await ports.resetThrottle();
      return ok({ reset: true });
    },
  });
}
