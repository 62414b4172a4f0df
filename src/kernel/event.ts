/** A fact in the past tense. Its data holds computed money, never a rate to be applied later. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** Who caused an event. `system` acts for processes, deadlines and migrations. */
export interface Actor {
  readonly id: string;
  readonly role: string;
  readonly ip?: string;
  readonly userAgent?: string;
}

export const SYSTEM: Actor = { id: "system", role: "system" };

/** What every event carries beside its data (DESIGN §4). */
export interface EventMetadata {
  readonly marketplace: string;
  readonly actor: Actor;
  /** The command that was decided; a stream never accepts the same command twice. */
  readonly commandId: string;
  /** One business interaction from its first request to its last consequence. */
  readonly correlationId: string;
  /** The event or command that led to this one. */
  readonly causationId: string;
  /** Business time, ISO 8601 in UTC. */
  readonly occurredAt: string;
  readonly schemaVersion: number;
}

/**
 * An event as the log holds it.
 *
 * `position` is the place in the whole log. EventStoreDB counts it in bytes; a double holds
 * integers up to 2^53, which is nine petabytes of log, so a plain number is exact.
 */
export interface Recorded<E extends DomainEvent = DomainEvent> {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly type: E["type"];
  readonly data: E["data"];
  readonly metadata: EventMetadata;
  /** When the store wrote it, ISO 8601 in UTC. */
  readonly recordedAt: string;
}

/** The recorded form of one member of an event union. */
export type Of<E extends DomainEvent, K extends E["type"]> = Recorded<Extract<E, { type: K }>>;

/** The aggregate's id: everything behind the first dash of `category-id`. */
export function aggregateId(stream: string): string {
  return stream.slice(stream.indexOf("-") + 1);
}

/** `booking`, 42 → `booking-42`. */
export function streamName(category: string, id: string): string {
  return `${category}-${id}`;
}
