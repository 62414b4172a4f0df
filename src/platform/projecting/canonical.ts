import type { ColumnType } from "../../kernel/table.js";

/** What Postgres text cannot hold. */
const NUL = "\u0000";

/** What UTF-8 may be unable to hold: (halves of) surrogate pairs. */
const SURROGATE = /[\ud800-\udfff]/;

const REPLACEMENT = "\ufffd";

/**
 * Text as Postgres gives it back. A customer's NUL or lone surrogate becomes the replacement
 * character: refusing it would let one odd name stop a projection.
 */
function cleanText(text: string): string {
  if (!text.includes(NUL) && !SURROGATE.test(text)) return text;
  return Buffer.from(text.replaceAll(NUL, REPLACEMENT), "utf8").toString("utf8");
}

function fail(expected: string, value: unknown): never {
  throw new TypeError(`${expected} was expected, not ${JSON.stringify(value) ?? typeof value}`);
}

function text(value: unknown): string {
  return typeof value === "string" ? cleanText(value) : fail("text", value);
}

function whole(value: unknown): number {
  if (!Number.isSafeInteger(value)) fail("a safe whole number", value);
  // Postgres knows no negative zero.
  return (value as number) + 0;
}

function integer(value: unknown): number {
  const number = whole(value);
  return (number | 0) === number ? number : fail("a whole number of 32 bits", value);
}

function double(value: unknown): number {
  return Number.isFinite(value) ? (value as number) + 0 : fail("a finite number", value);
}

function truth(value: unknown): boolean {
  return typeof value === "boolean" ? value : fail("true or false", value);
}

/** ISO 8601 in UTC with milliseconds: the form in which Postgres' times are read back. */
function instant(value: unknown): string {
  if (typeof value !== "string") fail("an ISO 8601 time", value);
  if (value.length === 24 && value[10] === "T" && value[19] === "." && value[23] === "Z") {
    return value;
  }
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? fail("an ISO 8601 time", value) : date.toISOString();
}

function day(value: unknown): string {
  const valid = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
  return valid ? value : fail("a date like 2026-01-31", value);
}

/** The order in which jsonb keeps the names of an object: by bytes, the shorter first. */
function byStoredOrder(a: string, b: string): number {
  const left = Buffer.from(a, "utf8");
  const right = Buffer.from(b, "utf8");
  return left.length - right.length || Buffer.compare(left, right);
}

function byLengthThenCode(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** Names that are in no need of cleaning and sort by their characters; nearly all are. */
const PLAIN_NAME = /^[ -~]*$/;

/** Assigned to an object, this one name would become its prototype. */
const PROTOTYPE = "__proto__";

type JsonObject = Record<string, unknown>;

function plainObject(value: JsonObject, names: string[]): JsonObject {
  const copy: JsonObject = {};
  for (const name of names.sort(byLengthThenCode)) {
    const item = value[name];
    if (item !== undefined && name !== PROTOTYPE) copy[name] = json(item);
  }
  return copy;
}

function oddObject(value: JsonObject, names: readonly string[]): JsonObject {
  const cleaned = new Map<string, unknown>();
  for (const name of names) {
    if (value[name] !== undefined && name !== PROTOTYPE) cleaned.set(cleanText(name), value[name]);
  }
  const copy: JsonObject = {};
  for (const name of [...cleaned.keys()].sort(byStoredOrder)) copy[name] = json(cleaned.get(name));
  return copy;
}

/** The value as it is read back after `JSON.stringify` and jsonb have been at it. */
function json(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : null;
  if (typeof value === "boolean" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : json(item)));
  if (typeof value !== "object") return fail("a JSON value", value);
  if (value instanceof Date) return value.toJSON();
  const names = Object.keys(value);
  const plain = names.every((name) => PLAIN_NAME.test(name));
  return plain ? plainObject(value as JsonObject, names) : oddObject(value as JsonObject, names);
}

/**
 * Brings a column's value into the one form in which it is also read back from Postgres, so that
 * a fold in memory sees what a fold over stored rows sees. A value of another kind throws.
 */
export const canonicalValue: Readonly<Record<ColumnType, (value: unknown) => unknown>> = {
  text,
  integer,
  bigint: whole,
  double,
  boolean: truth,
  timestamptz: instant,
  date: day,
  json,
};
