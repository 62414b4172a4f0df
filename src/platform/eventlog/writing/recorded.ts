import type { DomainEvent, Recorded } from "../../../kernel/event.js";
import type { Proposed } from "./encode.js";

/**
 * All events of one append carry the append's position: that of the last, at which a reader sees
 * all of them. The store does not tell the others' own.
 */
export function recorded<E extends DomainEvent>(
  proposed: readonly Proposed[],
  stream: string,
  expected: number,
  position: number,
): Recorded<E>[] {
  const recordedAt = new Date().toISOString();
  return proposed.map(({ id, type, data, metadata }, index) => {
    const revision = expected + 1 + index;
    return { id, stream, revision, position, type, data, metadata, recordedAt };
  });
}
