import fc from "fast-check";
import type { DomainEvent, Recorded } from "../../../src/kernel/event.js";
import { defineProjection } from "../../../src/kernel/projection.js";
import type { RowWriter } from "../../../src/kernel/row-operation.js";
import { defineTable } from "../../../src/kernel/table.js";
import { recorded } from "./array-feed.js";

interface Thing {
  kind: string;
  number: number;
  label: string | null;
  amount: number;
  ratio: number;
  flag: boolean;
  at: string;
  day: string | null;
  body: unknown;
}

/** A table of every column type, with a composite key. */
export const things = defineTable<Thing>({
  name: "things",
  columns: {
    kind: "text",
    number: "integer",
    label: "text?",
    amount: "bigint",
    ratio: "double",
    flag: "boolean",
    at: "timestamptz",
    day: "date?",
    body: "json?",
  },
  key: ["kind", "number"],
  indexes: [{ columns: ["label"], where: "flag" }],
});

/** Filled by `derive` alone: what a thing was at some point of the log. */
export const snapshots = defineTable<{ event: string; step: number; text: string; body: unknown }>({
  name: "snapshots",
  columns: { event: "text", step: "integer", text: "text", body: "json?" },
  key: ["event", "step"],
  appendOnly: true,
});

export const totals = defineTable<{ kind: string; count: number; sum: number }>({
  name: "totals",
  columns: { kind: "text", count: "integer", sum: "bigint" },
  key: ["kind"],
});

/** Filled by `tally` alone, under keys that only the things know. */
export const counts = defineTable<{ kind: string; day: string; count: number; sum: number }>({
  name: "counts",
  columns: { kind: "text", day: "date", count: "integer", sum: "bigint" },
  key: ["kind", "day"],
  sums: true,
});

/** What an event of the test asks for; which operation it becomes depends on what exists. */
interface Wish {
  op: "insert" | "patch" | "add" | "update" | "upsert" | "remove" | "derive" | "tally";
  kind: string;
  number: number;
  label: string | null;
  amount: number;
  ratio: number;
  flag: boolean;
  at: string;
  day: string | null;
  body: unknown;
}

interface Happened extends DomainEvent {
  readonly type: "Happened";
  readonly data: { readonly wishes: readonly Wish[] };
}

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom("\\", "\t", "\n", "\r", "\u0000", '"', "\\N", "\\.", "'", "{", "é", "💰"),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  ),
  maxLength: 8,
});

const anyBody = fc.oneof(
  fc.constant(null),
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(anyText, fc.oneof(anyText, fc.double(), fc.constant(undefined)), { maxKeys: 3 }),
);

const anyTime = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());

const wish: fc.Arbitrary<Wish> = fc.record({
  op: fc.constantFrom("insert", "patch", "add", "update", "upsert", "remove", "derive", "tally"),
  kind: fc.constantFrom("a", "b", "c\t\\"),
  number: fc.integer({ min: 0, max: 2 }),
  label: fc.option(anyText),
  amount: fc.maxSafeInteger().map((amount) => Math.trunc(amount / 1_000)),
  ratio: fc.double({ noNaN: true, noDefaultInfinity: true }),
  flag: fc.boolean(),
  at: fc.oneof(
    anyTime,
    anyTime.map((time) => time.replace(/\.\d+Z$/, "+05:30")),
  ),
  day: fc.option(anyTime.map((time) => time.slice(0, 10))),
  body: anyBody,
});

/** Logs in which every operation is possible where it stands. */
export const anyLog: fc.Arbitrary<Recorded[]> = fc
  .array(fc.array(wish, { maxLength: 5 }), { minLength: 1, maxLength: 25 })
  .map((pages) => {
    const present = new Set<string>();
    return pages.map((wishes, index) =>
      recorded((index + 1) * 10, "Happened", { wishes: wishes.map((w) => possible(w, present)) }),
    );
  });

function possible(wanted: Wish, present: Set<string>): Wish {
  const key = JSON.stringify([wanted.kind, wanted.number]);
  const there = present.has(key);
  if (wanted.op === "remove") present.delete(key);
  else present.add(key);
  if (wanted.op === "insert" && there) return { ...wanted, op: "update" };
  const needsRow = ["patch", "add", "update", "derive", "tally"].includes(wanted.op);
  return needsRow && !there ? { ...wanted, op: "insert" } : wanted;
}

function grant(event: Recorded, wanted: Wish, step: number, rows: RowWriter): void {
  const { op, ...thing } = wanted;
  const { kind, number, amount, label } = thing;
  const key = { kind, number };
  if (op === "insert") rows.insert(things, thing);
  if (op === "patch") rows.patch(things, key, { label, body: thing.body, at: thing.at });
  if (op === "add") rows.add(things, key, { amount: amount % 1_000, ratio: 0.1 });
  if (op === "update") rows.update(things, key, (row) => ({ ...thing, label: row.label }));
  if (op === "remove") rows.remove(things, key);
  if (op === "upsert") {
    rows.upsert(things, key, (row) => ({ ...thing, body: [row?.body ?? null, thing.body] }));
  }
  if (op === "derive") {
    rows.derive(things, key, snapshots, (row) => ({
      event: event.id,
      step,
      text: `${JSON.stringify(row.body)} ${row.at} ${row.ratio} ${row.amount}`,
      body: row,
    }));
  }
  if (op === "tally") {
    rows.tally(things, key, counts, (row) => [
      { kind: `of ${row.label}`, day: row.at.slice(0, 10), count: 1, sum: row.amount % 1_000_007 },
      { kind: `of ${row.label}`, day: "2026-01-01", count: row.number - 1, sum: 0 },
    ]);
  }
  rows.upsert(totals, { kind }, (row) => ({
    kind,
    count: (row?.count ?? 0) + 1,
    sum: ((row?.sum ?? 0) + amount) % 1_000_007,
  }));
}

export const ledger = defineProjection<Happened>({
  name: "ledger",
  version: 1,
  tables: [things, snapshots, totals, counts],
  on: {
    Happened(event, rows) {
      for (const [step, wanted] of event.data.wishes.entries()) grant(event, wanted, step, rows);
    },
  },
});
