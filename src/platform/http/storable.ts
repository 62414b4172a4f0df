/** So deep may JSON be nested; nobody's form is, and recursion must end. */
const DEEPEST = 64;

/**
 * Whether text can be stored and read again everywhere: Postgres takes no NUL, and half of a
 * surrogate pair is no character in any encoding.
 */
export function isStorableText(text: string): boolean {
  return !text.includes("\0") && !LONE_SURROGATE.test(text);
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Whether a parsed body can go into events and tables as it is. What cannot would be accepted
 * here and stop a projection later, so the edge refuses it.
 */
export function isStorable(value: unknown, depth = DEEPEST): boolean {
  if (typeof value === "string") return isStorableText(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth - 1));
  return Object.entries(value).every(
    ([name, member]) => isStorableText(name) && isStorable(member, depth - 1),
  );
}
