import { randomUUID } from "node:crypto";
import type { JSONEventType, ResolvedEvent } from "@eventstore/db-client";
import { jsonEvent } from "@eventstore/db-client";

/** The event that these tests write. */
export type Noted = JSONEventType<"Noted", { n: number }>;

/** An event with a number to know it by. */
export function noted(n: number, id: string = randomUUID()) {
  return jsonEvent<Noted>({ type: "Noted", id, data: { n } });
}

/** The events numbered from … to, both included. */
export function notedRange(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, index) => noted(from + index));
}

/** The numbers of the events of a read, in the order in which they came. */
export async function numbers(events: AsyncIterable<ResolvedEvent<Noted>>): Promise<number[]> {
  const seen: number[] = [];
  for await (const { event } of events) if (event?.type === "Noted") seen.push(event.data.n);
  return seen;
}

/** Per-call credentials make the client use Append; without them it uses BatchAppend. */
export const CREDENTIALS = { username: "admin", password: "changeit" };
