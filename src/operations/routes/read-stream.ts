import { z } from "zod";
import { ok, route, type Route } from "../../kernel/route.js";
import { streamHistory, type HistoryStep } from "../audit/stream-history.js";
import type { OperationsPorts } from "../ports.js";
import { NO_SUCH_STREAM } from "../refusals.js";
import { historySchema, presentStep, streamParams } from "../shapes/audit.js";
import { cursor, limit, nextCursor, paged } from "../shapes/cursor.js";
import { READERS } from "../staff.js";

export function readStream(ports: OperationsPorts): Route {
  return route({
    method: "GET",
    path: "/streams/:stream",
    summary: "What happened in one stream: who did what, and what it changed",
    tag: "Audit",
    may: READERS,
    limit: "staff",
    params: streamParams,
    query: z.object({ cursor: cursor(z.tuple([z.int().min(0)])), limit: limit(200, 50) }),
    replies: {
      200: {
        description: "A page of events, oldest first.",
        schema: z.object({
          stream: z.string(),
          events: z.array(historySchema),
          next_cursor: nextCursor,
        }),
      },
    },
    async handle({ params: { stream }, query }) {
      const after = query.cursor?.[0] ?? -1;
      const steps: HistoryStep[] = [];
      for await (const step of streamHistory(ports, stream)) {
        if (step.event.revision > after) steps.push(step);
        if (steps.length > query.limit) break;
      }
      if (steps.length === 0 && after < 0) return NO_SUCH_STREAM;
      const { page, next } = paged(steps, query.limit, ({ event }) => [event.revision]);
      return ok({ stream, events: page.map(presentStep), next_cursor: next });
    },
  });
}
