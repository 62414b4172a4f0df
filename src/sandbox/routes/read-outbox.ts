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

/** `?channel=` with nothing behind it asks for all channels. */
function given<T extends z.ZodType>(filter: T) {
  return z.preprocess((value) => (value === "" ? undefined : value), filter.optional());
}

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
      to: given(z.string().transform((to) => to.replace(/^ /, "+"))),
      channel: given(channel),
      marketplace: given(z.string()),
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
