import { entriesOf, type IdMap } from "../../kernel/id-map.js";

/**
 * A state as people want to read it: a map of ids is a trie inside, which is nobody's business,
 * and stands here as an object by id. Everything else is plain data already.
 */
export function plainState(state: unknown): unknown {
  if (Array.isArray(state)) return state.map(plainState);
  if (typeof state !== "object" || state === null) return state;
  const entries = isIdMap(state) ? sorted(entriesOf(state)) : Object.entries(state);
  return Object.fromEntries(entries.map(([name, value]) => [name, plainState(value)]));
}

function sorted(entries: readonly (readonly [string, unknown])[]) {
  return [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
}

function isIdMap(value: object): value is IdMap<unknown> {
  if (!("size" in value && "root" in value)) return false;
  const { root } = value;
  return typeof root === "object" && root !== null && "kind" in root;
}
