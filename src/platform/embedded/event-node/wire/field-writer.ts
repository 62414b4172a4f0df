/** The number of bytes a varint takes. */
function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

/** 2^63-1 as a varint: the revision that EventStoreDB gives to a tombstone. */
const GREATEST_INT64 = Buffer.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f);

/**
 * The size of a length-delimited field whose content has `length` bytes (field numbers below 16).
 */
export function fieldSize(length: number): number {
  return 1 + varintSize(length) + length;
}

/** The size of a uint64 field that is not zero (field numbers below 16). */
export function uintSize(value: number): number {
  return 1 + varintSize(value);
}

/** Writes protocol-buffer fields, one after the other, into a buffer that is large enough. */
export class FieldWriter {
  readonly #buffer: Buffer;
  #offset = 0;

  constructor(capacity: number) {
    this.#buffer = Buffer.allocUnsafe(capacity);
  }

  /** A uint64 field; zero is the default and is not written. */
  uint(field: number, value: number): this {
    return value === 0 ? this : this.present(field, value);
  }

  /** A uint64 field that is written even when it is zero: a choice of a oneof. */
  present(field: number, value: number): this {
    this.#buffer[this.#offset++] = field << 3;
    this.#varint(value);
    return this;
  }

  /** A uint64 field that holds 2^63-1, which no JavaScript number can. */
  greatestInt64(field: number): this {
    this.#buffer[this.#offset++] = field << 3;
    this.#offset += GREATEST_INT64.copy(this.#buffer, this.#offset);
    return this;
  }

  /** The start of an embedded message of `length` bytes; its fields are to follow. */
  open(field: number, length: number): this {
    this.#buffer[this.#offset++] = (field << 3) | 2;
    this.#varint(length);
    return this;
  }

  /** A string field of which the UTF-8 length is known. */
  text(field: number, value: string, length: number): this {
    this.open(field, length);
    this.#offset += this.#buffer.write(value, this.#offset, length, "utf8");
    return this;
  }

  /** A bytes field. */
  bytes(field: number, value: Uint8Array): this {
    this.open(field, value.length);
    this.#buffer.set(value, this.#offset);
    this.#offset += value.length;
    return this;
  }

  /** What was written so far. */
  done(): Buffer {
    return this.#buffer.subarray(0, this.#offset);
  }

  #varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#buffer[this.#offset++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#buffer[this.#offset++] = rest;
  }
}
