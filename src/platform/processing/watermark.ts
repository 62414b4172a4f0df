interface Piece {
  readonly position: number;
  done: boolean;
}

/**
 * How far all pieces of work are done without a gap, while they end in any order. A checkpoint
 * taken from here never skips one that is still under way.
 */
export class Watermark {
  readonly #pieces: Piece[] = [];
  #position: number;
  readonly #moved: () => void;

  constructor(position: number, moved: () => void) {
    this.#position = position;
    this.#moved = moved;
  }

  get position(): number {
    return this.#position;
  }

  get underWay(): number {
    return this.#pieces.length;
  }

  /** Begins a piece; positions come in ascending order. Call the result when it is done. */
  begin(position: number): () => void {
    const piece = { position, done: false };
    this.#pieces.push(piece);
    return () => {
      piece.done = true;
      this.#advance();
    };
  }

  #advance(): void {
    let count = 0;
    for (const { position, done } of this.#pieces) {
      if (!done) break;
      this.#position = position;
      count += 1;
    }
    if (count === 0) return;
    this.#pieces.splice(0, count);
    this.#moved();
  }
}
