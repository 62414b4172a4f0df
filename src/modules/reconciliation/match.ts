import { sum, type Minor } from "../../kernel/money.js";

/** Money that moved, on one side of a comparison. */
export interface Movement {
  /** Under which it is to be found on the other side, the narrowest first. */
  readonly keys: readonly string[];
  readonly amount: Minor;
}

/** How many comparisons agreed, by how many movements stood on each side: outside to ours. */
export interface Matched {
  readonly oneToOne: number;
  readonly oneToMany: number;
  readonly manyToOne: number;
  readonly manyToMany: number;
}

/** Movements that belong together and do not agree; one side may be empty. */
export interface Unmatched<O, B> {
  readonly key: string;
  readonly outside: readonly O[];
  readonly books: readonly B[];
}

export interface Matching<O, B> {
  readonly matched: Matched;
  readonly unmatched: readonly Unmatched<O, B>[];
}

const NONE: Matched = { oneToOne: 0, oneToMany: 0, manyToOne: 0, manyToMany: 0 };

/**
 * What the outside world says has moved against what our books say.
 *
 * Movements of one key agree if their sums do, however many they are. What does not agree by its
 * narrowest key is tried by the next, together with all that is left there: a gateway may settle a
 * payment and its refund in one line, or one payment in two.
 *
 * @param tolerance minor units by which two sums may differ and still agree
 */
export function match<O extends Movement, B extends Movement>(
  outside: readonly O[],
  books: readonly B[],
  tolerance: Minor,
): Matching<O, B> {
  const depth = Math.max(0, ...[...outside, ...books].map(({ keys }) => keys.length));
  let rest: Unmatched<O, B> = { key: "", outside, books };
  let matched = NONE;
  for (let level = 0; level < depth; level += 1) {
    const groups = groupsOf(rest, level);
    const open = groups.filter((group) => !agrees(group, tolerance));
    for (const group of groups) {
      if (agrees(group, tolerance)) matched = counted(matched, group);
    }
    rest = {
      key: "",
      outside: open.flatMap((group) => group.outside),
      books: open.flatMap((group) => group.books),
    };
  }
  return { matched, unmatched: groupsOf(rest, depth - 1) };
}

/** Both lists together by the key at that level; a movement with fewer keys goes by its last. */
function groupsOf<O extends Movement, B extends Movement>(
  { outside, books }: Unmatched<O, B>,
  level: number,
): readonly (Unmatched<O, B> & { readonly outside: O[]; readonly books: B[] })[] {
  const groups = new Map<string, { key: string; outside: O[]; books: B[] }>();
  const groupOf = ({ keys }: Movement) => {
    const key = keys[Math.min(level, keys.length - 1)] ?? "";
    const group = groups.get(key) ?? { key, outside: [], books: [] };
    groups.set(key, group);
    return group;
  };
  for (const movement of outside) groupOf(movement).outside.push(movement);
  for (const movement of books) groupOf(movement).books.push(movement);
  return [...groups.values()];
}

function agrees(group: Unmatched<Movement, Movement>, tolerance: Minor): boolean {
  if (group.outside.length === 0 || group.books.length === 0) return false;
  return Math.abs(totalOf(group.outside) - totalOf(group.books)) <= tolerance;
}

export function totalOf(movements: readonly Movement[]): Minor {
  return sum(movements.map(({ amount }) => amount));
}

function counted(matched: Matched, { outside, books }: Unmatched<Movement, Movement>): Matched {
  const [one, other] = [outside.length === 1, books.length === 1];
  const kind = one ? (other ? "oneToOne" : "oneToMany") : other ? "manyToOne" : "manyToMany";
  return { ...matched, [kind]: matched[kind] + 1 };
}
