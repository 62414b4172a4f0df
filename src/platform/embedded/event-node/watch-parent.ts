/** How often to look whether a watched process still lives, in milliseconds. */
const INTERVAL = 500;

/**
 * Calls back once when the process that started this one has ended: at once over an IPC channel,
 * and by looking every half second for a process id. A node that outlives its parent would hold
 * port and folder.
 */
export function watchParent(pid: number | undefined, gone: () => void): void {
  if (process.channel !== undefined) process.once("disconnect", gone);
  if (pid === undefined) return;
  const timer = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(timer);
    gone();
  }, INTERVAL);
  timer.unref();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
