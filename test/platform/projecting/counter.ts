import { defineProjection } from "../../../src/kernel/projection.js";
import type { DomainEvent } from "../../../src/kernel/event.js";
import { defineTable } from "../../../src/kernel/table.js";

interface Counted extends DomainEvent {
  readonly type: "Counted";
  readonly data: { readonly id: string; readonly amount: number };
}

const tableOf = (name: string) =>
  defineTable<{ id: string; count: number; sum: number }>({
    name,
    columns: { id: "text", count: "integer", sum: "bigint" },
    key: ["id"],
    checks: { [`${name}_small`]: "sum < 1000000" },
  });

interface Habits {
  readonly version?: number;
  /** What an amount counts for. */
  readonly weight?: number;
  /** An amount that the handler cannot take. */
  readonly refuses?: number;
}

/** Counts events by id into a table of the projection's own name. */
export const counter = (name: string, { version = 1, weight = 1, refuses }: Habits = {}) => {
  const table = tableOf(name);
  return defineProjection<Counted>({
    name,
    version,
    tables: [table],
    on: {
      Counted({ data: { id, amount } }, rows) {
        if (amount === refuses) throw new Error(`${amount} is refused`);
        rows.upsert(table, { id }, (row) => ({
          id,
          count: (row?.count ?? 0) + 1,
          sum: (row?.sum ?? 0) + amount * weight,
        }));
      },
    },
  });
};
