/** One field that an event changed; a field that is not there counts as null. */
export interface FieldChange {
  /** Where it stands in the state: `profile.phone`, `lines.0.quantity`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two plain states, down to single values. */
export function fieldChanges(before: unknown, after: unknown, field = ""): FieldChange[] {
  if (before === after) return [];
  const [left, right] = [members(before), members(after)];
  if (left === undefined || right === undefined) return [{ field, before, after }];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  // Both without a member: nothing differs, unless one of them is nothing at all.
  if (names.size === 0) return before === null || after === null ? [{ field, before, after }] : [];
  return [...names].flatMap((name) => {
    const path = field === "" ? name : `${field}.${name}`;
    return fieldChanges(left[name] ?? null, right[name] ?? null, path);
  });
}

/** Of a list, an object, or nothing; undefined for a single value. */
function members(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value === null) return {};
  return typeof value === "object" ? { ...value } : undefined;
}
