import { z } from "zod";
import { ok, PUBLIC, route, type Route } from "../../kernel/route.js";
import type { SandboxPorts } from "../ports.js";

const webhook = z.object({
  id: z.string(),
  marketplace: z.string(),
  subscriber: z.string(),
  event: z.string(),
  subject: z.string(),
  attempts: z.int(),
  last_status: z.int().nullable(),
  last_error: z.string().nullable(),
  tried_at: z.iso.datetime(),
  delivered_at: z.iso.datetime().nullable(),
});

export function readWebhooks({ webhooks }: Pick<SandboxPorts, "webhooks">): Route {
  return route({
    method: "GET",
    path: "/webhooks",
    summary: "Custom webhooks that were sent to WEBHOOK_URLS, the latest try first",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    replies: {
      200: {
        description: "At most 200",
        schema: z.object({ webhooks: z.array(webhook) }),
      },
    },
    handle: async () => ok({ webhooks: await webhooks.latest() }),
  });
}

/** So that `WEBHOOK_URLS=http://127.0.0.1:8000/sandbox/webhooks` shows them without a receiver. */
export const takeWebhook: Route = route({
  method: "POST",
  path: "/webhooks",
  summary: "A subscriber that takes every custom webhook",
  tag: "Sandbox",
  may: PUBLIC,
  limit: "open",
  body: z.looseObject({}),
  replies: { 200: { description: "Taken", schema: z.object({ taken: z.literal(true) }) } },
  handle: () => Promise.resolve(ok({ taken: true as const })),
});
