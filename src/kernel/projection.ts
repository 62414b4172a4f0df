import type { DomainEvent, Of, Recorded } from "./event.js";
import type { RowWriter } from "./row-operation.js";
import type { TableShape } from "./table.js";

/** Declared as a method, so that a handler of one event type fits the table of all of them. */
interface HandlerSlot {
  handle(event: Recorded, rows: RowWriter): void;
}

export type Handler = HandlerSlot["handle"];

/** A handler for each event type that a projection cares for. */
export type Handlers<E extends DomainEvent> = {
  readonly [K in E["type"]]?: (event: Of<E, K>, rows: RowWriter) => void;
};

/**
 * A read model as a value: its tables and a pure fold from events to row operations.
 * Two runners in the platform serve it, one live and one for rebuilds (DESIGN §5).
 */
export interface ProjectionDefinition {
  readonly name: string;
  /** Raise it with every change of tables or fold; the engine then rebuilds side by side. */
  readonly version: number;
  readonly tables: readonly TableShape[];
  readonly on: Readonly<Record<string, Handler>>;
}

export function defineProjection<E extends DomainEvent>(definition: {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly TableShape[];
  readonly on: Handlers<E>;
}): ProjectionDefinition {
  // The engine looks handlers up by the event's own type, so each gets only its own events.
  return { ...definition, on: definition.on as Readonly<Record<string, Handler>> };
}
