/** No node, no position. */
export const NONE = -1;

/** Whole numbers by node, growing with the tree: four bytes each, whatever a node is called. */
export class Column {
  readonly #rest: number;
  #values = new Int32Array(64);
  #length = 0;

  /** @param rest what a node has that was never given a value */
  constructor(rest: number) {
    this.#rest = rest;
  }

  get length(): number {
    return this.#length;
  }

  get(index: number): number {
    return index < this.#length ? (this.#values[index] ?? this.#rest) : this.#rest;
  }

  set(index: number, value: number): void {
    while (index >= this.#length) this.push(this.#rest);
    this.#values[index] = value;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Int32Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  clear(): void {
    this.#length = 0;
  }
}
