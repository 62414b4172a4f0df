import type { Recorded } from "../../kernel/event.js";

/** A projection cannot take an event; it is stopped there, loudly, and never skips it. */
export class CannotProject extends Error {
  override readonly name = "CannotProject";
  readonly projection: string;
  readonly position: number;

  /** @param row which row it was about, if it came that far */
  constructor(projection: string, event: Recorded, cause: unknown, row?: string) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const about = row === undefined ? "" : `, row ${row}`;
    super(
      `projection ${projection} cannot take ${event.type} ` +
        `${event.revision}@${event.stream} (event ${event.id}, position ${event.position})` +
        `${about}: ${reason}`,
      { cause },
    );
    this.projection = projection;
    this.position = event.position;
  }
}
