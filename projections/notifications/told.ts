import type { Recorded } from "../../src/kernel/event.js";
import { deriveId } from "../../src/kernel/ids.js";
import type { NotificationRow } from "./tables.js";
import { worded, type Facts, type Topic } from "./wording.js";

/** To whom something is told; `staff` are the people of the market itself. */
export type Audience = "user" | "partner" | "staff";

export const AUDIENCES: readonly Audience[] = ["user", "partner", "staff"];

/** What one event tells one audience. */
export interface Tale {
  readonly topic: Topic;
  readonly audience: Audience;
  /** The customer's or partner's id; of no meaning for staff. */
  readonly to: string;
  readonly facts: Facts;
  readonly metadata: Readonly<Record<string, string>>;
  readonly reference?: { readonly type: string; readonly number: number | null };
}

/** An event tells each audience at most one thing, so these name it for ever. */
export function notificationId(eventId: string, audience: Audience): string {
  return deriveId("notification", eventId, audience);
}

/** The notification's row, in the words of the event's market, which must have some. */
export function told(event: Recorded, tale: Tale): NotificationRow {
  const { id, position, metadata } = event;
  const { topic, audience, to, facts, reference } = tale;
  return {
    id: notificationId(id, audience),
    marketplace: metadata.marketplace,
    user_id: audience === "user" ? to : null,
    partner_id: audience === "partner" ? to : null,
    ...worded(metadata.marketplace, topic, audience === "partner", facts),
    metadata: tale.metadata,
    reference_type: reference?.type ?? null,
    reference_number: reference?.number ?? null,
    position,
    created_at: metadata.occurredAt,
  };
}
