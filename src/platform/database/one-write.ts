import type pg from "pg";

/**
 * To be called before a statement is sent without waiting: all that are sent in one turn of the
 * event loop then leave in one write, which costs as much as a statement itself.
 */
export function inOneWrite({ connection: { stream } }: pg.Client): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  setImmediate(() => stream.uncork());
}
