/**
 * The client queues appends that its connection does not take at once, and when the connection
 * breaks it rejects each queued write a second time, through a promise that it gives to nobody.
 * The append itself is rejected properly and repeated here; the stray must not end the process.
 *
 * @returns a function that stops the watch
 */
export function forgiveStrayRejections(): () => void {
  const judge = (reason: unknown): void => {
    if (isRawServiceError(reason)) return;
    // Listening has switched off Node's own reaction to everybody else's mistakes: restore it.
    if (process.listenerCount("unhandledRejection") === 1) throw reason;
  };
  process.on("unhandledRejection", judge);
  return () => void process.off("unhandledRejection", judge);
}

/** An error of gRPC itself; whatever the client hands to its callers it converts first. */
export function isRawServiceError(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  return ["code", "details", "metadata"].every((property) => property in reason);
}
