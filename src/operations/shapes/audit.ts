import { z } from "zod";
import { givenName } from "../../kernel/given-id.js";
import { fieldChanges } from "../audit/field-changes.js";
import { plainState } from "../audit/plain-state.js";
import type { HistoryStep } from "../audit/stream-history.js";

/** Names that the log keeps to itself begin with a dollar sign. */
export const streamParams = z.object({
  stream: givenName(z.string().regex(/^[^$\s][^\s]{0,254}$/, "must be the name of a stream")),
});

export const historySchema = z.object({
  id: z.string(),
  revision: z.int(),
  position: z.int(),
  type: z.string(),
  schema_version: z.int(),
  occurred_at: z.iso.datetime(),
  recorded_at: z.iso.datetime(),
  marketplace: z.string(),
  actor: z.object({
    id: z.string(),
    role: z.string(),
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
  }),
  cause: z.object({
    command_id: z.string(),
    correlation_id: z.string(),
    causation_id: z.string(),
  }),
  data: z.looseObject({}),
  changes: z
    .array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }))
    .nullable()
    .describe("Fields of the state that the event changed; null in a stream without states"),
});

export function presentStep({ event, before, after }: HistoryStep) {
  const { metadata } = event;
  const { actor } = metadata;
  return {
    id: event.id,
    revision: event.revision,
    position: event.position,
    type: event.type,
    schema_version: metadata.schemaVersion,
    occurred_at: metadata.occurredAt,
    recorded_at: event.recordedAt,
    marketplace: metadata.marketplace,
    actor: {
      id: actor.id,
      role: actor.role,
      ip: actor.ip ?? null,
      user_agent: actor.userAgent ?? null,
    },
    cause: {
      command_id: metadata.commandId,
      correlation_id: metadata.correlationId,
      causation_id: metadata.causationId,
    },
    data: event.data,
    changes: after === undefined ? null : fieldChanges(plainState(before), plainState(after)),
  };
}
