import { z } from "zod";
import { DAY, isoNow, SECOND } from "../../kernel/clock.js";
import { ok, PUBLIC, route, type Route } from "../../kernel/route.js";
import type { SandboxPorts } from "../ports.js";

const replies: Route["replies"] = {
  200: { description: "Business time", schema: z.object({ now: z.iso.datetime() }) },
};

/** Ten years: more than any deadline, less than what a date can hold. */
const LONGEST_JUMP = (3_653 * DAY) / SECOND;

export function readClock({ clock }: Pick<SandboxPorts, "clock">): Route {
  return route({
    method: "GET",
    path: "/clock",
    summary: "The business time that expiry, deadlines and tokens follow",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    replies,
    handle: () => Promise.resolve(ok({ now: isoNow(clock) })),
  });
}

export function advanceClock({
  clock,
  runDueNow,
}: Pick<SandboxPorts, "clock" | "runDueNow">): Route {
  return route({
    method: "POST",
    path: "/clock",
    summary: "Moves business time on; answers when all that fell due is done and visible",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    body: z.object({ advance_seconds: z.int().nonnegative().max(LONGEST_JUMP) }),
    example: { advance_seconds: 960 },
    replies,
    async handle({ body }) {
      await clock.advance(body.advance_seconds * SECOND);
      await runDueNow();
      return ok({ now: isoNow(clock) });
    },
  });
}
