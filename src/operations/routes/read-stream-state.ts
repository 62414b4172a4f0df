import { z } from "zod";
import { reject } from "../../kernel/rejection.js";
import { ok, route, type Route } from "../../kernel/route.js";
import { plainState } from "../audit/plain-state.js";
import { hasState, streamHistory, type HistoryStep } from "../audit/stream-history.js";
import type { OperationsPorts } from "../ports.js";
import { NO_SUCH_STREAM } from "../refusals.js";
import { streamParams } from "../shapes/audit.js";
import { asOf } from "../shapes/instants.js";
import { READERS } from "../staff.js";

const NO_STATE = reject(
  "not_found",
  "stream_without_state",
  "This stream is no aggregate's: it has events, but no state.",
);
const NOTHING_YET = reject("not_found", "state_unknown", "The stream had no such event then.");

const query = z
  .object({
    revision: z.coerce.number().int().min(0).optional(),
    as_of: asOf.optional(),
  })
  .refine(({ revision, as_of }) => revision === undefined || as_of === undefined, {
    path: ["as_of"],
    error: "is not to be given together with revision",
  });

/** Time travel: the state is folded from the log, never read from a read model. */
export function readStreamState(ports: OperationsPorts): Route {
  return route({
    method: "GET",
    path: "/streams/:stream/state",
    summary: "The state after a revision, at a moment of business time, or now",
    tag: "Audit",
    may: READERS,
    limit: "staff",
    params: streamParams,
    query,
    replies: {
      200: {
        description: "The state and the event that made it.",
        schema: z.object({
          stream: z.string(),
          revision: z.int(),
          position: z.int(),
          occurred_at: z.iso.datetime(),
          state: z.unknown(),
        }),
      },
    },
    async handle({ params: { stream }, query: { revision, as_of } }) {
      if (!hasState(stream)) {
        const [first] = await ports.readStream(stream, { limit: 1 });
        return first === undefined ? NO_SUCH_STREAM : NO_STATE;
      }
      let last: HistoryStep | undefined;
      let events = 0;
      for await (const step of streamHistory(ports, stream)) {
        events += 1;
        if (as_of === undefined || step.event.metadata.occurredAt <= as_of) last = step;
        if (step.event.revision === revision) break;
      }
      if (events === 0) return NO_SUCH_STREAM;
      if (last === undefined) return NOTHING_YET;
      const { event, after } = last;
      if (revision !== undefined && event.revision !== revision) return NOTHING_YET;
      return ok({
        stream,
        revision: event.revision,
        position: event.position,
        occurred_at: event.metadata.occurredAt,
        state: plainState(after),
      });
    },
  });
}
