/**
 * Walks over the fields of one encoded protocol-buffer message without decoding what is not asked
 * for.
 */
export class FieldReader {
  readonly #bytes: Buffer;
  #offset = 0;
  /** The number of the field that `next` found. */
  field = 0;
  /** The value of a varint field. */
  number = 0;
  /** The content of a length-delimited field. */
  content: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.content = bytes;
  }

  /**
   * Moves to the next field; false at the end. Only varints and length-delimited fields are ever
   * stored.
   */
  next(): boolean {
    if (this.#offset >= this.#bytes.length) return false;
    const tag = this.#varint();
    this.field = tag >> 3;
    this.number = this.#varint();
    if ((tag & 7) === 2) {
      this.content = this.#bytes.subarray(this.#offset, this.#offset + this.number);
      this.#offset += this.number;
    }
    return true;
  }

  #varint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.#offset++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }
}
