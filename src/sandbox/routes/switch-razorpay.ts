import { z } from "zod";
import { ok, PUBLIC, route, type Route } from "../../kernel/route.js";
import type { SandboxPorts } from "../ports.js";

export function switchRazorpay({ razorpay }: Pick<SandboxPorts, "razorpay">): Route {
  return route({
    method: "POST",
    path: "/razorpay/availability",
    summary: "Lets Razorpay be out of reach for this process, or brings it back",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    body: z.object({ available: z.boolean() }),
    example: { available: false },
    replies: {
      200: { description: "The new state", schema: z.object({ available: z.boolean() }) },
    },
    handle({ body }) {
      razorpay.setAvailable(body.available);
      return Promise.resolve(ok({ available: body.available }));
    },
  });
}
