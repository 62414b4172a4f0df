import { z } from "zod";
import { ok, PUBLIC, route, type Route } from "../../kernel/route.js";
import type { SandboxPorts } from "../ports.js";

const channel = z.enum(["email", "sms", "push"]);

const message = z.object({
  id: z.string(),
  marketplace: z.string(),
  channel,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  data: z.record(z.string(), z.string()),
  sent_at: z.iso.datetime(),
});

export function readOutbox({ outbox }: Pick<SandboxPorts, "outbox">): Route {
  return route({
    method: "GET",
    path: "/outbox",
    summary: "Messages that would have been sent, newest first",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    query: z.object({
      // The plus of a phone number arrives as a space when the caller forgot to encode it.
      to: z
        .string()
        .transform((to) => to.replace(/^ /, "+"))
        .optional(),
      channel: channel.optional(),
      marketplace: z.string().optional(),
    }),
    replies: {
      200: {
        description: "At most 200 messages",
        schema: z.object({ messages: z.array(message) }),
      },
    },
    handle: async ({ query }) => ok({ messages: await outbox.messages(query) }),
  });
}
