/** Who is being sent events: a call, seen from the reading side. */
export interface Reader {
  /** True once the other side has gone; nothing more need be read. */
  readonly closed: boolean;
  /** Hands over one message; resolves when there is room for another. */
  send(message: Buffer): Promise<void> | undefined;
  /** Lets other calls have a turn, now and then, while much is read but little is sent. */
  breathe(): Promise<void> | undefined;
  /** Calls back once when the other side goes. */
  onClose(listener: () => void): void;
}
