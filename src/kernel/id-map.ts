/**
 * A map from ids to values as immutable plain data.
 *
 * A state that remembers every use of a promotion or every earning of a provider is copied with
 * each event. Copying a flat record makes a fold quadratic; this trie copies one path of at most
 * eight short arrays, whatever its size.
 */
export interface IdMap<V> {
  readonly size: number;
  readonly root: Node<V>;
}

type Entry<V> = readonly [id: string, value: V];

type Node<V> =
  | { readonly kind: "leaf"; readonly entries: readonly Entry<V>[] }
  | { readonly kind: "branch"; readonly children: readonly Node<V>[] };

const LEAF_MOST = 8;
const DEPTH_MOST = 8;
const EMPTY = { kind: "leaf", entries: [] } as const;
const NO_CHILDREN: readonly (typeof EMPTY)[] = Array.from({ length: 16 }, () => EMPTY);

export const NO_IDS: IdMap<never> = { size: 0, root: EMPTY };

/** The value of an id, if it is in the map. */
export function valueOf<V>(map: IdMap<V>, id: string): V | undefined {
  const hash = hashOf(id);
  let node = map.root;
  for (let depth = 0; node.kind === "branch"; depth += 1) {
    node = node.children[slot(hash, depth)] ?? EMPTY;
  }
  return node.entries.find(([known]) => known === id)?.[1];
}

/** The map with the id set to the value. */
export function withId<V>(map: IdMap<V>, id: string, value: V): IdMap<V> {
  const grown = valueOf(map, id) === undefined ? 1 : 0;
  return { size: map.size + grown, root: put(map.root, 0, hashOf(id), [id, value]) };
}

/** The map without the id, which need not be in it. */
export function withoutId<V>(map: IdMap<V>, id: string): IdMap<V> {
  if (valueOf(map, id) === undefined) return map;
  return { size: map.size - 1, root: drop(map.root, 0, hashOf(id), id) };
}

/** Every id with its value, in no meaningful but always the same order. */
export function entriesOf<V>(map: IdMap<V>): readonly Entry<V>[] {
  const collect = (node: Node<V>): readonly Entry<V>[] =>
    node.kind === "leaf" ? node.entries : node.children.flatMap(collect);
  return collect(map.root);
}

function put<V>(node: Node<V>, depth: number, hash: number, entry: Entry<V>): Node<V> {
  if (node.kind === "branch") {
    const at = slot(hash, depth);
    const child = put(node.children[at] ?? EMPTY, depth + 1, hash, entry);
    return { kind: "branch", children: node.children.with(at, child) };
  }
  const others = node.entries.filter(([id]) => id !== entry[0]);
  if (others.length < LEAF_MOST || depth === DEPTH_MOST) {
    return { kind: "leaf", entries: [...others, entry] };
  }
  const branch: Node<V> = { kind: "branch", children: NO_CHILDREN };
  return [...others, entry].reduce<Node<V>>(
    (grown, each) => put(grown, depth, hashOf(each[0]), each),
    branch,
  );
}

function drop<V>(node: Node<V>, depth: number, hash: number, id: string): Node<V> {
  if (node.kind === "leaf") {
    return { kind: "leaf", entries: node.entries.filter(([known]) => known !== id) };
  }
  const at = slot(hash, depth);
  const child = drop(node.children[at] ?? EMPTY, depth + 1, hash, id);
  return { kind: "branch", children: node.children.with(at, child) };
}

/** Four bits of the hash a level choose one of sixteen children. */
function slot(hash: number, depth: number): number {
  return (hash >>> (4 * depth)) & 15;
}

/** FNV-1a over UTF-16 code units: stable on every machine and even for any kind of id. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
