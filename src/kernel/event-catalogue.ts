import type { DomainEvent } from "./event.js";

/** Lifts the data of one stored version to the next. */
export type Upcaster = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Fields of an event that belong to a person and are stored encrypted with that person's key. */
export interface PersonalData {
  /** The data field that holds the subject's id; it stays readable. */
  readonly subject: string;
  /**
   * Each encrypted field with what it reads as once the key is gone: a stand-in of the field's own
   * shape, so that a fold over an erased history still works and every book still balances.
   */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface EventTypeDescription {
  /** The version that is written today, from 1. */
  readonly version: number;
  readonly personal?: PersonalData;
  /** `upcasters[n]` lifts version n to n + 1; every older version has one. */
  readonly upcasters?: Readonly<Record<number, Upcaster>>;
}

/** Every event type of an aggregate; a missing or superfluous type does not compile. */
export type EventCatalogue<E extends DomainEvent> = {
  readonly [K in E["type"]]: EventTypeDescription;
};

/** A first version without personal data: what most events are. */
export const PLAIN: EventTypeDescription = { version: 1 };

/** What an erased person's texts read as, once the key is gone. */
export const ERASED = "[erased]";

/**
 * A first version with fields that are encrypted for the person whom `subject` names.
 *
 * @param fields each field with its stand-in after an erasure
 */
export function personal(
  subject: string,
  fields: Readonly<Record<string, unknown>>,
): EventTypeDescription {
  return { version: 1, personal: { subject, fields } };
}
