import { spawn } from "node:child_process";

/**
 * Stops the server when we die without having stopped it: a small shell holds an end of a pipe, and
 * reads its end only when our process is gone, however it went. Then it asks for a fast shutdown.
 * Returns a function that calls the watch off; to be called once the server has ended.
 */
export function stopWithParent(server: number): () => void {
  const shell = spawn("/bin/sh", ["-c", 'read -r _; kill -INT "$0"', String(server)], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  // Without a watch the next start on the folder still finds and stops the orphan.
  shell.on("error", () => undefined);
  shell.unref();
  return () => shell.kill("SIGKILL");
}
