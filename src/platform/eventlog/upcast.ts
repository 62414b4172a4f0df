import type { EventTypeDescription } from "../../kernel/event-catalogue.js";

/** Event types by name: every aggregate's catalogue in one, as the composition root joins them. */
export type EventDescriptions = Readonly<Record<string, EventTypeDescription>>;

/**
 * Lifts stored data to today's version, step by step. Data of a newer version than this program
 * knows passes unchanged: during a roll-out old and new processes share the log.
 */
export function upcast(
  type: string,
  data: Record<string, unknown>,
  version: number,
  description: EventTypeDescription,
): Record<string, unknown> {
  let lifted = data;
  for (let from = version; from < description.version; from += 1) {
    const step = description.upcasters?.[from];
    if (step === undefined) throw new Error(`${type} has no upcaster from version ${from}`);
    lifted = step(lifted);
  }
  return lifted;
}
